package vn.banso.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.banso.carrier.FolderPeer;
import vn.banso.carrier.HttpPeer;
import vn.banso.carrier.desk.FolderDesk;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.receiver.Receiver;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;

/** A way from laptops to one desk and back. What holds on one road holds on all. */
public interface Road extends AutoCloseable {

    /** The roads there are; a test runs on each of them. */
    enum Kind { SAME_ROOM, HTTP, STICK }

    /** The desk as this device reaches it; a new one for each visit. */
    Peer from(DeviceId device);

    /** What people do between two presses: the stick goes to the desk and comes back. */
    void carry() throws PeerException;

    @Override
    void close() throws IOException;

    static Road of(Kind kind, Peer desk, Path stick) {
        return switch (kind) {
            case SAME_ROOM -> new SameRoom(desk);
            case HTTP -> new Line(Desk.serving(desk), new ArrayList<>());
            case STICK -> new Stick(desk, stick);
        };
    }

    /** No road at all. */
    record SameRoom(Peer desk) implements Road {
        @Override
        public Peer from(DeviceId device) {
            return desk;
        }

        @Override
        public void carry() {}

        @Override
        public void close() {}
    }

    /** A real receiver and real calls. */
    record Line(Receiver receiver, List<HttpPeer> callers) implements Road {
        @Override
        public Peer from(DeviceId device) {
            HttpPeer caller = new HttpPeer(receiver.address());
            callers.add(caller);
            return caller;
        }

        @Override
        public void carry() {}

        @Override
        public void close() {
            callers.forEach(HttpPeer::close);
            receiver.close();
        }
    }

    /** A folder that stands for a stick, taken in by the desk whenever somebody carries it there. */
    record Stick(Peer desk, Path folder) implements Road {
        @Override
        public Peer from(DeviceId device) {
            return new FolderPeer(folder, device);
        }

        @Override
        public void carry() throws PeerException {
            new FolderDesk(desk).take(folder);
        }

        @Override
        public void close() {}
    }
}

package vn.banso.sync;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.store.Node;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** Tests about a province with its desk and the office of one commune. */
abstract class OfficeAndDesk {
    @TempDir
    Path folder;
    Neighbourhood people;
    Node province;
    NodePeer desk;
    Node office;

    @BeforeEach
    void found() throws Exception {
        people = new Neighbourhood(folder);
        province = people.province();
        desk = NodePeer.live(province, 1 << 20);
        office = people.laptop("office", province, Role.COMMUNE, Neighbourhood.SANG_MOC);
    }

    @AfterEach
    void close() {
        people.close();
    }

    static ExchangeCounts press(Node node, Peer peer) throws PeerException {
        return ExchangeContract.press(node, peer);
    }
}

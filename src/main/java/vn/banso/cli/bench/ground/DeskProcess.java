package vn.banso.cli.bench.ground;

import java.io.IOException;
import java.nio.file.Path;
import vn.banso.receiver.Receiver;
import vn.banso.store.Node;

/** A receiver in a process of its own, so that its memory can be looked at. Says where it listens; ends when nobody speaks to it any more. */
public final class DeskProcess {
    private DeskProcess() {}

    /** Arguments: folder of the node, folder of its notes. */
    public static void main(String[] args) throws IOException {
        try (Node node = Node.open(Path.of(args[0]), TrialProvince.passphrase(), TrialProvince.options(Path.of(args[1])));
                Receiver desk = Desks.serving(node)) {
            System.out.println(desk.address());
            while (System.in.read() >= 0) {
                // It is spoken to only by being left.
            }
        }
    }
}

package vn.banso.cli.bench.ground;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;

/** A fresh program that unlocks a node and shows the first page of a list. Says how long the list took, and then a search over all it holds, in nanoseconds. */
public final class UnlockProcess {
    private static final int PAGE = 50;

    private UnlockProcess() {}

    /** Arguments: folder of the node, folder of its notes, scope. */
    public static void main(String[] args) throws IOException {
        ScopeId scope = ScopeId.parse(args[2]);
        long start = System.nanoTime();
        try (Node node = Node.open(Path.of(args[0]), TrialProvince.passphrase(), TrialProvince.options(Path.of(args[1])))) {
            List<Entry> page = node.entries(Catalogue.HOUSEHOLD, scope, Optional.empty(), PAGE);
            System.out.println(page.isEmpty() ? "-1" : Long.toString(System.nanoTime() - start));
            System.out.println(node.search("nguyễn", PAGE).isEmpty() ? "-1" : Long.toString(System.nanoTime() - start));
            // Until whoever started it has seen how much memory it took.
            System.in.read();
        }
    }
}

package vn.banso.cli.bench.ground;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;

/** A fresh program that unlocks a node and shows the first page of a list. Says how long that took, in nanoseconds. */
public final class UnlockProcess {
    private static final int PAGE = 50;

    private UnlockProcess() {}

    /** Arguments: folder of the node, folder of its notes, scope. */
    public static void main(String[] args) {
        ScopeId scope = ScopeId.parse(args[2]);
        long start = System.nanoTime();
        try (Node node = Node.open(Path.of(args[0]), TrialProvince.passphrase(), TrialProvince.options(Path.of(args[1])))) {
            List<Entry> page = node.entries(Catalogue.HOUSEHOLD, scope, Optional.empty(), PAGE);
            int found = node.search("nguyễn", PAGE).size();
            System.out.println(page.isEmpty() && found == 0 ? "-1" : Long.toString(System.nanoTime() - start));
        }
    }
}

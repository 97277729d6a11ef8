package vn.banso.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.register.rules.Draft;
import vn.banso.store.files.NodeOptions;
import vn.banso.trust.crypto.Argon2Cost;

/**
 * A program that saves, seals and imports until it is killed, and says every time what was acknowledged: {@code saved <id>}, {@code
 * took <hash>}.
 */
public final class Victim {
    private Victim() {}

    /** @param args the node's folder, the home folder, and a folder of parcels to import one after the other */
    public static void main(String[] args) throws IOException, MalformedException {
        NodeOptions options = NodeOptions.standard().withHome(Path.of(args[1])).withCost(Argon2Cost.FAST);
        try (Node node = Node.open(Path.of(args[0]), Land.PASSPHRASE, options); var parcels = Files.list(Path.of(args[2]))) {
            List<Path> left = parcels.sorted().toList();
            Draft village = Land.village(node, Land.SANG_MOC, "Bản Cái");
            node.save(List.of(village));
            for (int i = 0; ; i++) {
                Draft household = Land.household(node, Land.SANG_MOC, village.id());
                if (node.save(List.of(household, Land.person(node, Land.SANG_MOC, household.id(), "Lục Văn Thụ", 1980))).isSaved()) {
                    System.out.println("saved " + household.id());
                }
                if (i % 7 == 3) {
                    node.ledger().seal();
                }
                if (i < left.size()) {
                    take(node, Parcel.read(Files.readAllBytes(left.get(i))));
                }
            }
        }
    }

    private static void take(Node node, Parcel.Contents parcel) {
        List<Batch> batches = parcel.frames().stream().map(f -> ((Frame.BatchFrame) f).batch()).toList();
        node.ledger().take(batches);
        batches.forEach(b -> System.out.println("took " + b.hash()));
    }
}

package vn.banso.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.EntryId;
import vn.banso.store.Node;
import vn.banso.store.PassphraseRecovery;
import vn.banso.sync.Admission;
import vn.banso.sync.Revoking;
import vn.banso.trust.governance.Role;
import vn.banso.trust.vault.Recovery;
import vn.banso.trust.vault.VaultException;

/**
 * What a commune's office sees, to be drawn: what came of a laptop after it was revoked, a family written twice that was merged; and a laptop that
 * somebody helped to open.
 *
 * @param helped the laptop whose passphrase was forgotten
 * @param household that stands for both
 * @param person who stands for two
 */
public record OfficeSamples(Laptop laptop, Node helped, EntryId household, EntryId person) implements AutoCloseable {
    private static final String FORGOTTEN = "mai";
    private static final char[] FRESH = "trăng soi suối vắng".toCharArray();

    public static OfficeSamples in(Path folder) {
        Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 0);
        Node office = laptop.office();
        try {
            TwoHands hands = TwoHands.at(laptop);
            EntryId household = hands.family(office, "Triệu Văn Chòi", "Triệu Thị Mến");
            EntryId twice = hands.family(office, "Triệu Văn Chòi", "Triệu Thị Mến");
            EntryId person = head(office, household);
            office.acts().alias(Neighbourhood.SANG_MOC, twice, household);
            office.acts().alias(Neighbourhood.SANG_MOC, head(office, twice), person);
            office.ledger().take(laptop.node().ledger().seal());
            hands.family(laptop.node(), "Hoàng Văn Páo", "Lò Thị Mai");
            Revoking.revoke(office, Revoking.outlook(office, laptop.node().id()), "mất máy");
            office.ledger().take(laptop.node().ledger().seal());
            return new OfficeSamples(laptop, helped(laptop), household, person);
        } catch (MalformedException | Admission.NotEntitledException | VaultException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EntryId head(Node node, EntryId household) {
        return node.entry(Neighbourhood.SANG_MOC, household).orElseThrow().ref(Catalogue.HOUSEHOLD.field("head")).orElseThrow();
    }

    private static Node helped(Laptop laptop) throws MalformedException, Admission.NotEntitledException, VaultException, IOException {
        Neighbourhood around = laptop.around();
        around.laptop(FORGOTTEN, laptop.office(), Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        around.shut(FORGOTTEN);
        Recovery.Request asked = Recovery.read(PassphraseRecovery.ask(around.dir(FORGOTTEN), FRESH, around.options(FORGOTTEN)));
        PassphraseRecovery.renew(around.dir(FORGOTTEN), Admission.help(laptop.office(), asked), FRESH, around.options(FORGOTTEN));
        around.passphrase(FORGOTTEN, FRESH);
        return around.open(FORGOTTEN);
    }

    @Override
    public void close() {
        laptop.close();
    }
}

package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.Hash;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.store.files.StoreException;
import vn.banso.store.files.StoreException.Reason;
import vn.banso.store.upkeep.StoreRecovery;
import vn.banso.store.writing.FormDraft;
import vn.banso.trust.governance.Role;

/** A register of some hundred households, a few batches, changes that wait and half-filled forms, to be damaged again and again. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class DamagedStore {
    static final int PAGE = 4096;
    static final long SEED = Long.getLong("seed", 20261201L);

    Path folder;
    Land land;
    Node an;
    Path dir;
    Hash digest;
    List<FormDraft> forms;
    long unsealed;
    long incarnation;
    Map<String, String> shown;

    @BeforeAll
    void record(@TempDir Path folder) {
        this.folder = folder;
        land = new Land(folder);
        an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
        Node binh = land.enrolled("bình", Role.VOLUNTEER, Land.SANG_MOC);
        Draft village = Land.village(an, Land.SANG_MOC, "Khuổi Mèo");
        save(an, List.of(village));
        for (int part = 0; part < 4; part++) {
            households(an, village, 30);
            an.ledger().seal();
            households(binh, village, 10);
            Land.exchange(land.province, binh);
        }
        Land.exchange(land.province, an);
        an.ledger().markHandedOver(an.ledger().batchesLacking(Land.nothing(Land.SANG_MOC)), "USB");
        households(an, village, 20);
        an.ledger().seal();
        households(an, village, 40);
        for (int i = 0; i < 5; i++) {
            an.drafts().keep(FormDraft.of(Land.village(an, Land.SANG_MOC, "Bó Mười " + i)));
        }
        digest = an.digest(Optional.empty());
        forms = an.drafts().forms();
        unsealed = an.ledger().unsealed();
        shown = shown(an);
        incarnation = an.incarnation();
        dir = land.dir("an");
        an.close();
    }

    @AfterAll
    void close() {
        land.close();
    }

    static void save(Node node, List<Draft> drafts) {
        assertThat(node.save(drafts).isSaved()).isTrue();
    }

    static void households(Node node, Draft village, int many) {
        List<Draft> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Draft household = Land.household(node, Land.SANG_MOC, village.id());
            all.add(household);
            all.add(Land.person(node, Land.SANG_MOC, household.id(), "Nông Thị " + (char) ('A' + i % 26), 1950 + i));
        }
        save(node, all);
    }

    /** All that people see of the entries. */
    static Map<String, String> shown(Node node) {
        Map<String, String> shown = new TreeMap<>();
        List.of(Catalogue.VILLAGE, Catalogue.HOUSEHOLD, Catalogue.PERSON).forEach(type -> node.entries(type, Land.SANG_MOC)
                .forEach(entry -> shown.put(entry.id().toString(), entry.fields().toString())));
        return shown;
    }

    void isWhole(Node again) {
        assertThat(again.digest(Optional.empty())).isEqualTo(digest);
        assertThat(again.ledger().unsealed()).isEqualTo(unsealed);
        assertThat(again.drafts().forms()).isEqualTo(forms);
    }

    static void refused(Reason reason, ThrowingCallable work) {
        assertThatExceptionOfType(StoreException.class).isThrownBy(work).extracting(StoreException::reason).isEqualTo(reason);
    }

    /** Copies the store as it was, damages it, and opens what is recovered of it. */
    Node recovered(String name, Damage damage) {
        Path to = folder.resolve(name);
        try {
            Files.createDirectories(to);
            for (String file : List.of("vault", "node.db")) {
                Files.copy(dir.resolve(file), to.resolve(file.equals("vault") ? file : "node.db.damaged-1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Path database = to.resolve("node.db.damaged-1");
            try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
                damage.to(file);
            }
            byte[] before = Files.readAllBytes(database);
            StoreRecovery.run(to, Land.PASSPHRASE, land.options());
            assertThat(database).as("what was set aside stays as it is").hasBinaryContent(before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Node.open(to, Land.PASSPHRASE, land.options());
    }

    interface Damage {
        void to(RandomAccessFile file) throws IOException;
    }

    static void scratch(RandomAccessFile file, int page, Random random) throws IOException {
        byte[] bytes = new byte[64];
        random.nextBytes(bytes);
        file.seek((long) page * PAGE + random.nextInt(PAGE - bytes.length));
        file.write(bytes);
    }
}

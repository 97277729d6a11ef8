package vn.banso.register.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.banso.register.catalogue.Field.Merge;
import vn.banso.register.catalogue.Field.Sensitivity;
import vn.banso.register.catalogue.Field.ValueType;
import vn.banso.register.values.Value;

class CatalogueTest {

    /**
     * Numbers are on the wire and in every laptop. A line may be added at the end of its type; one that stands here may not
     * change. The listing as it is now is left in target/catalogue.txt.
     */
    @Test
    void theListingIsTheOneThatWasReleased() throws IOException {
        List<String> now = listing();
        Files.write(Path.of("target", "catalogue.txt"), now);
        try (InputStream golden = getClass().getResourceAsStream("catalogue.txt")) {
            assertThat(now).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        }
    }

    @Test
    void typesAndFieldsAreFoundByNumberAndByKey() {
        for (EntryType type : Catalogue.types()) {
            assertThat(Catalogue.type(type.id())).containsSame(type);
            assertThat(Catalogue.type(type.key())).containsSame(type);
            for (Field field : type.fields()) {
                assertThat(Catalogue.field(type.id(), field.id())).containsSame(field);
                assertThat(type.field(field.key())).isSameAs(field);
            }
        }
        assertThat(Catalogue.type(99)).isEmpty();
        assertThat(Catalogue.type(-1)).isEmpty();
        assertThat(Catalogue.field(1, 5_000)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Catalogue.PERSON.field("colour")).withMessageContaining("colour");
    }

    @Test
    void twoFieldsMayNotShareANumberOrAKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Declaration(9, "x").day(16, "a").day(16, "b").type());
        assertThatIllegalArgumentException().isThrownBy(() -> new Declaration(9, "x").day(16, "a").day(17, "a").type());
    }

    @Test
    void everyFieldIsWhole() {
        for (EntryType type : Catalogue.types()) {
            for (Field field : type.fields()) {
                assertThat(field.id()).as(type + "." + field.key()).isBetween(SystemField.FIRST_DECLARED, 127);
                assertThat(field.key()).matches("[a-z][a-z0-9_]*");
                assertThat(field.target().isPresent()).isEqualTo(field.type() == ValueType.REF);
                assertThat(field.target().map(t -> Catalogue.type(t).isPresent())).isNotEqualTo(Optional.of(false));
                assertThat(field.type() != ValueType.CODE || field.codes().isPresent()).isTrue();
                assertThat(field.max()).isGreaterThanOrEqualTo(field.min());
            }
        }
    }

    @Test
    void whatTellsWhoSomebodyIsIsNeverOpen() {
        for (EntryType type : Catalogue.types()) {
            for (Field field : type.fields()) {
                if (List.of("phone", "cccd", "note", "position", "address_hint", "trainers", "assessor", "holder").contains(field.key())
                        || type == Catalogue.PERSON && field.key().equals("name")) {
                    assertThat(field.sensitivity()).as(type + "." + field.key()).isEqualTo(Sensitivity.IDENTIFYING);
                }
            }
        }
        assertThat(Catalogue.HOUSEHOLD.field("ethnic_minority_household").sensitivity()).isEqualTo(Sensitivity.SENSITIVE);
        assertThat(Catalogue.HOUSEHOLD.field("poverty").open()).isTrue();
    }

    @Test
    void ticksAndSetsAndEventsMergeAsTheyShould() {
        assertThat(Catalogue.ATTENDANCE.field("presence").merge()).isEqualTo(Merge.TICK);
        assertThat(Catalogue.ATTENDANCE.field("presence").codes().orElseThrow().code("present")).contains(new Value.Code(1));
        assertThat(Catalogue.PRACTICE.field("done").merge()).isEqualTo(Merge.TICK);
        assertThat(Catalogue.VILLAGE.field("tags").merge()).isEqualTo(Merge.UNION);
        assertThat(Catalogue.SESSION.field("skills").merge()).isEqualTo(Merge.UNION);
        assertThat(Catalogue.types().stream().filter(EntryType::event))
                .containsExactly(Catalogue.ASSESSMENT, Catalogue.VNEID_CONFIRMATION, Catalogue.DISCLOSURE, Catalogue.ERASURE_RECEIPT);
    }

    /** Batches carry the number: a field that came with a later one would travel as if every program knew it. */
    @Test
    void theSchemaIsThatOfTheNewestField() {
        assertThat(Catalogue.types().stream().flatMap(t -> t.fields().stream()).mapToInt(Field::since).max()).hasValue(Catalogue.SCHEMA);
        assertThat(new Declaration(99, "later").answer(16, "first").answer(17, "second").since(7).whole(18, "third", 0, 9).type().fields())
                .extracting(Field::since).containsExactly(1, 7, 1);
    }

    private static List<String> listing() {
        List<String> lines = new ArrayList<>();
        TreeMap<String, CodeList> lists = new TreeMap<>();
        for (EntryType type : Catalogue.types()) {
            lines.add(type.id() + " " + type.key() + (type.event() ? " event" : ""));
            for (Field f : type.fields()) {
                lines.add("  " + f.id() + " " + f.key() + " " + f.type() + f.target().map(t -> " " + t).orElse("")
                        + f.codes().map(c -> " " + c.key()).orElse("") + " " + f.sensitivity() + " " + f.merge()
                        + (f.required() ? " required" : "") + " since " + f.since());
                f.codes().ifPresent(c -> lists.put(c.key(), c));
            }
        }
        lists.forEach((key, list) -> lines.add("code " + key + " " + new TreeMap<>(list.codes())));
        return lines;
    }
}

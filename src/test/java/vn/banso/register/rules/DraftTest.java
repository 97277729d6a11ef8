package vn.banso.register.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

class DraftTest {
    private static final Draft PERSON = Draft.of(Catalogue.PERSON, new ScopeId(1), new EntryId(1, 2));

    @Test
    void whatItLeavesOutStaysAndWhatItBlanksIsCleared() {
        Entry before = PERSON.with("name", new Value.Text("Đỗ An")).with("level", new Value.Code(2)).over(Optional.empty());
        Entry after = PERSON.with("level", Value.BLANK).over(Optional.of(before));
        assertThat(after.text(Catalogue.PERSON.field("name"))).contains("Đỗ An");
        assertThat(after.value(Catalogue.PERSON.field("level"))).isEmpty();
        assertThat(after.fields()).containsEntry(Catalogue.PERSON.field("level").id(), Value.BLANK);
    }

    @Test
    void tidiesTextAtTheOneDoor() {
        Draft tidy = PERSON.with("name", new Value.Text("  Hoa\u0300  Thi\u0323 \n Mơ ")).with("phone", new Value.Text("+84 912 345 678"))
                .with("cccd", new Value.Text("019 080 000 001")).with("note", new Value.Text(" a\n b ")).tidied();
        assertThat(tidy.fields().values()).containsExactly(new Value.Text("Hoà Thị Mơ"), new Value.Text("0912345678"),
                new Value.Text("019080000001"), new Value.Text("a\n b"));
        assertThat(PERSON.with("phone", new Value.Text(" hỏi lại ")).tidied().fields()).containsValue(new Value.Text("hỏi lại"));
        assertThat(PERSON.with("note", new Value.Text("  ")).tidied().fields()).containsValue(Value.BLANK);
        Draft session = Draft.of(Catalogue.SESSION, new ScopeId(1), new EntryId(1, 3))
                .with("trainers", new Value.Items(new TreeSet<>(List.of("Lò  Mai", "Lò Mai "))));
        assertThat(session.tidied().fields()).containsValue(new Value.Items(new TreeSet<>(List.of("Lò Mai"))));
    }
}

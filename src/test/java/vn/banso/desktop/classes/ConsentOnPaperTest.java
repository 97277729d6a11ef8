package vn.banso.desktop.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.banso.desktop.sessions.SessionModel;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/** Whose name stands on a printed list of a class. */
class ConsentOnPaperTest extends InHall {
    @Test
    void whoDidNotAgreeToClassListsIsLeftOutOfThePaperWhichSaysHowMany() throws IOException {
        EntryId apart = hall.saved(Draft.of(Catalogue.HOUSEHOLD, Hall.SCOPE, hall.node.freshId()).with("village", new Value.Ref(hall.village))
                .with("consent", Codes.CONSENT.code("given").orElseThrow())
                .with("consent_purposes", new Value.Items(new TreeSet<>(List.of("counting", "contact")))));
        hall.saved(Draft.of(Catalogue.PERSON, Hall.SCOPE, hall.people.getFirst()).with("household", new Value.Ref(apart)));
        SessionModel session = hall.open(hall.session(hall.course(), "2026-11-19"));
        assertThat(session.attendance().rows()).as("the roll itself has everybody").extracting(t -> t.person().name()).contains(Hall.NAMES.getFirst());
        Path file = folder.resolve("list.pdf");
        hall.answers.path(file);
        session.print(session.listed(), 0);
        assertThat(PrintedText.of(file)).contains("Vàng A Dơ", "1 người (gia đình chưa đồng ý)").doesNotContain(Hall.NAMES.getFirst());
        hall.saved(Draft.of(Catalogue.HOUSEHOLD, Hall.SCOPE, apart).with("consent", Codes.CONSENT.code("refused").orElseThrow()));
        hall.saved(Draft.of(Catalogue.PERSON, Hall.SCOPE, hall.people.getFirst()).with("consent", Codes.CONSENT.code("given").orElseThrow())
                .with("consent_purposes", new Value.Items(new TreeSet<>(List.of("class_lists")))));
        session = hall.open(hall.session(hall.course(), "2026-11-19"));
        hall.answers.path(file);
        session.print(session.listed(), 0);
        assertThat(PrintedText.of(file)).contains(Hall.NAMES.getFirst()).doesNotContain("chưa đồng ý");
    }
}

package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.register.RegisterReader;
import vn.banso.store.training.Attendance;
import vn.banso.store.training.ClassSheet;
import vn.banso.store.training.SessionLine;
import vn.banso.store.training.SessionSheet;
import vn.banso.store.training.TrainingReader;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** What a page of a class asks for, in statements: a handful, whatever the number of people. */
class TrainingStatementsTest {
    private static final ScopeId SCOPE = Neighbourhood.SANG_MOC;
    private static final int PEOPLE = 30;
    private static final int SESSIONS = 10;

    @TempDir
    private Path folder;

    @Test
    void aClassOfThirtyInTenSessionsIsReadInAHandfulOfStatements() {
        try (Laptop laptop = Laptop.of(folder, Role.TRAINER, 0)) {
            Node node = laptop.node();
            EntryId village = saved(node, Draft.of(Catalogue.VILLAGE, SCOPE, node.freshId()).with("name", new Value.Text("Khuổi Mèo")));
            List<EntryId> people = people(node, village);
            EntryId course = saved(node, Draft.of(Catalogue.CLASS, SCOPE, node.freshId()).with("name", new Value.Text("Lớp tối"))
                    .with("village", new Value.Ref(village)));
            List<EntryId> sessions = sessions(node, course, people);

            // The register is made in memory when it is asked for first.
            reader(node).sessions();
            ClassSheet sheet = within(node, 16, n -> reader(n).course(course));
            assertThat(sheet.sessions()).hasSize(SESSIONS).allMatch(s -> s.people().orElseThrow() == PEOPLE);
            assertThat(sheet.learners()).hasSize(PEOPLE).allMatch(l -> l.progress().came() == SESSIONS && l.sessions() == SESSIONS);

            SessionSheet session = within(node, 24, n -> reader(n).session(sessions.getLast()));
            assertThat(session.marks()).hasSize(PEOPLE).allMatch(SessionSheet.Mark::came).allMatch(m -> m.person().village().isPresent());
            assertThat(session.roll()).hasSize(PEOPLE);
            assertThat(session.learners()).hasSize(PEOPLE);
            assertThat(session.present()).hasSize(PEOPLE);

            List<SessionLine> lines = within(node, 6, n -> reader(n).sessions());
            assertThat(lines).hasSize(SESSIONS).allMatch(s -> s.courseName().equals("Lớp tối") && s.people().orElseThrow() == PEOPLE);
            long next = within(node, 2, n -> RegisterReader.nextNumber(n, SCOPE, village));
            assertThat(next).isEqualTo(PEOPLE + 1L);
        }
    }

    private static TrainingReader reader(Node node) {
        return new TrainingReader(node, SCOPE, Laptop.CLOCK.instant().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private static <T> T within(Node node, long most, Function<Node, T> reading) {
        long before = node.context().db.asked();
        T read = reading.apply(node);
        long asked = node.context().db.asked() - before;
        assertThat(asked).as("statements").isLessThanOrEqualTo(most);
        return read;
    }

    private static List<EntryId> people(Node node, EntryId village) {
        List<EntryId> people = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            EntryId household = node.freshId();
            people.add(node.freshId());
            drafts.add(Draft.of(Catalogue.HOUSEHOLD, SCOPE, household).with("village", new Value.Ref(village)).with("local_number", new Value.Whole(i + 1)));
            drafts.add(Draft.of(Catalogue.PERSON, SCOPE, people.getLast()).with("household", new Value.Ref(household))
                    .with("name", new Value.Text("Lò Thị " + (char) ('A' + i % 26))).with("born", new Value.Day(1960 + i, 0, 0)));
        }
        assertThat(node.save(drafts).isSaved()).isTrue();
        return people;
    }

    private static List<EntryId> sessions(Node node, EntryId course, List<EntryId> people) {
        List<EntryId> sessions = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            EntryId session = saved(node, Draft.of(Catalogue.SESSION, SCOPE, node.freshId()).with("kind", Codes.SESSION_KIND.code("class").orElseThrow())
                    .with("class", new Value.Ref(course)).with("date", new Value.Day(2026, 11, i + 1)).with("status", Codes.SESSION_STATUS.code("held").orElseThrow()));
            assertThat(node.save(people.stream().map(p -> Attendance.attendance(SCOPE, session, p, Attendance.PRESENT)).toList()).isSaved()).isTrue();
            sessions.add(session);
        }
        return sessions;
    }

    private static EntryId saved(Node node, Draft draft) {
        assertThat(node.save(List.of(draft)).isSaved()).isTrue();
        return draft.id();
    }
}

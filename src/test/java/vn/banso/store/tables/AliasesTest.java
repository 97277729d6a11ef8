package vn.banso.store.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.Land;
import vn.banso.store.Node;
import vn.banso.store.lists.Attention;
import vn.banso.trust.governance.Role;

class AliasesTest {
    private static final EntryId A = new EntryId(0, 1);
    private static final EntryId B = new EntryId(0, 2);
    private static final EntryId C = new EntryId(0, 3);

    @TempDir
    Path folder;

    @Test
    void aLineEndsAtTheLastEntryThatIsStillThere() {
        assertThat(Aliases.end(A, Map.of(A, B, B, C), Set.of())).isEqualTo(C);
        assertThat(Aliases.end(A, Map.of(A, B, B, C), Set.of(C))).isEqualTo(B);
        assertThat(Aliases.end(A, Map.of(A, B, B, C), Set.of(B))).isEqualTo(C);
        assertThat(Aliases.end(A, Map.of(A, B), Set.of(B))).isEqualTo(A);
    }

    @Test
    void aCircleStandsForItsSmallestThatIsStillThere() {
        Map<EntryId, EntryId> circle = Map.of(A, B, B, C, C, A);
        assertThat(List.of(A, B, C)).allSatisfy(id -> assertThat(Aliases.end(id, circle, Set.of())).isEqualTo(A));
        assertThat(List.of(A, B, C)).allSatisfy(id -> assertThat(Aliases.end(id, circle, Set.of(A))).isEqualTo(B));
    }

    /** One merges the first into the second, the other deletes the second as a copy of the first: the family is still counted. */
    @Test
    void nobodyDisappearsBetweenTwoPeopleWhoMeanTheSame() {
        try (Land land = new Land(folder)) {
            Node an = land.enrolled("an", Role.COMMUNE, Land.SANG_MOC);
            Node binh = land.enrolled("binh", Role.COMMUNE, Land.SANG_MOC);
            Land.exchange(land.province, an);
            Draft village = Land.village(an, Land.SANG_MOC, "Bản Chương");
            Draft first = Land.household(an, Land.SANG_MOC, village.id());
            Draft second = Land.household(an, Land.SANG_MOC, village.id());
            an.save(List.of(village, first, second));
            Land.exchange(an, binh);
            an.acts().alias(Land.SANG_MOC, first.id(), second.id());
            assertThat(an.entries(Catalogue.HOUSEHOLD, Land.SANG_MOC)).hasSize(1);
            assertThat(an.attention()).as("a merge is not a conflict").noneMatch(a -> a.kind() == Attention.Kind.CONFLICT);
            binh.acts().delete(Land.SANG_MOC, second.id(), "ghi hai lần");
            Land.exchange(an, binh);
            assertThat(List.of(an, binh)).allSatisfy(node -> assertThat(node.entries(Catalogue.HOUSEHOLD, Land.SANG_MOC))
                    .extracting(e -> e.id()).containsExactly(first.id()));
            binh.acts().restore(Land.SANG_MOC, second.id());
            Land.exchange(an, binh);
            assertThat(an.canonical(Land.SANG_MOC, first.id())).isEqualTo(second.id());
        }
    }

    /** What somebody wrote to an entry that was merged away meanwhile is shown as a conflict, until the merge is said again. */
    @Test
    void whatWasWrittenInParallelToAMergeIsSeen() {
        try (Land land = new Land(folder)) {
            Node an = land.enrolled("an", Role.COMMUNE, Land.SANG_MOC);
            Node binh = land.enrolled("binh", Role.VOLUNTEER, Land.SANG_MOC);
            Land.exchange(land.province, an);
            Draft village = Land.village(an, Land.SANG_MOC, "Bản Chương");
            Draft first = Land.household(an, Land.SANG_MOC, village.id());
            Draft second = Land.household(an, Land.SANG_MOC, village.id());
            an.save(List.of(village, first, second));
            Land.exchange(an, binh);
            an.acts().alias(Land.SANG_MOC, first.id(), second.id());
            binh.save(List.of(Draft.of(Catalogue.HOUSEHOLD, Land.SANG_MOC, first.id()).with("size", new Value.Whole(7))));
            Land.exchange(an, binh);
            assertThat(an.attention()).anyMatch(a -> a.kind() == Attention.Kind.CONFLICT
                    && a.entry().equals(Optional.of(first.id())));
            an.acts().alias(Land.SANG_MOC, first.id(), second.id());
            assertThat(an.attention()).noneMatch(a -> a.kind() == Attention.Kind.CONFLICT);
        }
    }

    /** One merge more writes its own line, however many there are; and a line to what is not here waits without keeping everybody busy. */
    @Test
    void aMergeWritesItsOwnLineAlone() {
        try (Land land = new Land(folder)) {
            Node an = land.enrolled("an", Role.COMMUNE, Land.SANG_MOC);
            Draft village = Land.village(an, Land.SANG_MOC, "Bản Chương");
            an.save(List.of(village));
            long few = 0;
            long many = 0;
            for (int i = 0; i < 24; i++) {
                Draft first = Land.household(an, Land.SANG_MOC, village.id());
                Draft second = Land.household(an, Land.SANG_MOC, village.id());
                an.save(List.of(first, second));
                long before = changes(an);
                an.acts().alias(Land.SANG_MOC, first.id(), second.id());
                many = changes(an) - before;
                few = i == 0 ? many : few;
                assertThat(an.canonical(Land.SANG_MOC, first.id())).isEqualTo(second.id());
            }
            assertThat(many).isLessThanOrEqualTo(few);
        }
    }

    private static long changes(Node node) {
        return node.context().db.fresh("SELECT total_changes()").number();
    }
}

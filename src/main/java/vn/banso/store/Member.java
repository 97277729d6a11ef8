package vn.banso.store;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.banso.indicators.Window;
import vn.banso.register.CodeList;
import vn.banso.register.Codes;
import vn.banso.register.EntryId;

/**
 * What a household's line needs to know of a person.
 *
 * @param born as {@code yyyymmdd}; 0 where it is not known
 */
record Member(EntryId id, int born, int relation, int residence, int smartphone) {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int HEAD = number(Codes.RELATION, "head");
    private static final int AWAY = number(Codes.RESIDENCE, "away");
    private static final int NONE = number(Codes.SMARTPHONE, "none");
    private static final int OLD_ENOUGH = 15;

    private static int number(CodeList list, String key) {
        return list.code(key).orElseThrow().number();
    }

    /** Of the columns id, household, born, relation, residence, smartphone. */
    static Member of(Row row) {
        return new Member(row.entry(1), row.whole(3), row.whole(4), row.whole(5), row.whole(6));
    }

    /** The head, then whoever is called the head, then the others in the order in which they were written down. */
    static List<Member> headFirst(List<Member> members, Optional<EntryId> head) {
        return members.stream().sorted(Comparator.comparing((Member m) -> head.filter(m.id::equals).isEmpty())
                .thenComparing(m -> m.relation != HEAD).thenComparing(Member::id)).toList();
    }

    /** Whether one of them has a smartphone, by the rule of the indicator I02. */
    static int smartphone(List<Member> members, Clock clock) {
        int today = Window.yearTo(LocalDate.ofInstant(clock.instant(), HERE)).cutOffNumber();
        List<Member> home = members.stream().filter(m -> m.residence != AWAY && m.born <= today).toList();
        if (home.stream().anyMatch(m -> m.isKnown() && m.smartphone != NONE)) {
            return CodeList.YES;
        }
        List<Member> asked = home.stream().filter(m -> m.born <= today - OLD_ENOUGH * 10_000).toList();
        return !asked.isEmpty() && asked.stream().allMatch(Member::isKnown) ? CodeList.NO : CodeList.NOT_ASKED;
    }

    private boolean isKnown() {
        return smartphone != CodeList.NOT_ASKED && smartphone != CodeList.REFUSED;
    }
}

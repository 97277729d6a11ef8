package vn.banso.desktop.classes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.banso.register.Draft;
import vn.banso.register.EntryId;
import vn.banso.register.Value;

/**
 * The sessions of a class that is being planned: the first one, and the others like it.
 *
 * @param days from one to the next
 */
record Schedule(Draft first, int count, int days) {
    private static final int MOST = 60;

    /** @param ids one for each session */
    List<Draft> sessions(List<EntryId> ids) {
        Value.Day start = (Value.Day) first.value(first.type().field("date")).orElseThrow();
        LocalDate from = LocalDate.of(start.year(), Math.max(1, start.month()), Math.max(1, start.day()));
        List<Draft> drafts = new ArrayList<>();
        IntStream.range(0, ids.size()).forEach(i -> drafts.add(new Draft(first.type(), first.scope(), ids.get(i), first.fields())
                .with("date", Value.Day.of(from.plusDays((long) i * days)))));
        return drafts;
    }

    int bounded() {
        return Math.clamp(count, 0, MOST);
    }
}

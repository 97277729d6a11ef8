package vn.banso.desktop.requests;

import java.util.List;
import java.util.Optional;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.personal.DataRequest;
import vn.banso.store.personal.ErasureReceipts.Confirmation;

/**
 * What the page shows.
 *
 * @param lines all cases, those that wait first; empty until they were read
 * @param selected the case that is looked at
 * @param found who may be meant, while somebody is looked for; empty while nobody is
 * @param lists what was given out, the newest first, in words
 */
record RequestsScene(Optional<List<Line>> lines, Optional<EntryId> selected, Optional<List<Found>> found, List<String> lists) {
    static final RequestsScene EMPTY = new RequestsScene(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /**
     * A case.
     *
     * @param who empty once all was erased
     * @param trace what was written of the person since they asked, in words
     * @param confirmations of an erasure
     */
    record Line(DataRequest request, String who, List<String> trace, List<Confirmation> confirmations) {}

    /** Somebody who may be meant. */
    record Found(ScopeId scope, EntryId id, String called) {}

    Optional<Line> line() {
        return lines.flatMap(all -> all.stream().filter(l -> selected.filter(l.request().id()::equals).isPresent()).findFirst());
    }

    RequestsScene with(List<Line> read, List<String> givenOut) {
        Optional<EntryId> still = selected.filter(id -> read.stream().anyMatch(l -> l.request().id().equals(id)));
        return new RequestsScene(Optional.of(read), still.or(() -> read.stream().findFirst().map(l -> l.request().id())), found, givenOut);
    }

    RequestsScene select(EntryId id) {
        return new RequestsScene(lines, Optional.of(id), Optional.empty(), lists);
    }

    RequestsScene finds(Optional<List<Found>> people) {
        return new RequestsScene(lines, selected, people, lists);
    }
}

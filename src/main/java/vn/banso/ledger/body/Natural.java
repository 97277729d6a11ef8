package vn.banso.ledger.body;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/** Entry ids that follow from links of the entry: one attendance per session and person. */
final class Natural {
    static final int MOST_LINKS = 4;
    static final int LONGEST_PURPOSE = 64;

    private Natural() {}

    /** Empty where a link is missing. */
    static Optional<EntryId> id(String purpose, List<Integer> links, Map<Integer, Value> fields) {
        EntryId[] parts = new EntryId[links.size()];
        for (int i = 0; i < parts.length; i++) {
            if (!(fields.get(links.get(i)) instanceof Value.Ref(EntryId entry))) {
                return Optional.empty();
            }
            parts[i] = entry;
        }
        return Optional.of(EntryId.derived(purpose, parts));
    }
}

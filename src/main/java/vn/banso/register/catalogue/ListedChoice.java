package vn.banso.register.catalogue;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vn.banso.register.values.Lang;
import vn.banso.register.values.Value;

/**
 * One choice of a list that is data: shipped in a {@link CodeFile}, or added by a province as an entry of the type {@code choice}.
 *
 * @param number as it stands in entries
 * @param key as it stands in files and sets
 * @param since the first day on which it is offered; empty for always
 * @param until the last such day; values written before it keep it and are shown with its label
 */
record ListedChoice(String list, int number, String key, Map<Lang, String> labels, Optional<LocalDate> since, Optional<LocalDate> until) {
    /** Numbers from here on are left to provinces. */
    static final int FIRST_ADDED = 64;
    static final int LAST_ADDED = 126;

    boolean isOffered(LocalDate day) {
        return since.filter(day::isBefore).isEmpty() && until.filter(day::isAfter).isEmpty();
    }

    /** A choice as an entry says it; empty where the entry says too little. */
    static Optional<ListedChoice> of(Entry entry) {
        EntryType type = Catalogue.CHOICE;
        Optional<String> list = entry.text(type.field("list"));
        Optional<String> key = entry.text(type.field("key"));
        Optional<String> label = entry.text(type.field("label_vi"));
        Optional<Long> number = entry.whole(type.field("number"));
        return list.isEmpty() || key.isEmpty() || label.isEmpty() || number.isEmpty() ? Optional.empty()
                : Optional.of(new ListedChoice(list.get(), number.get().intValue(), key.get(),
                        Map.of(Lang.VI, label.get(), Lang.EN, entry.text(type.field("label_en")).orElse(label.get())),
                        entry.day(type.field("valid_from")).map(Value.Day::first), entry.day(type.field("valid_to")).map(Value.Day::last)));
    }
}

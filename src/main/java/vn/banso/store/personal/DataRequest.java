package vn.banso.store.personal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.ConsentPurpose;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/**
 * A case: what somebody asked for about their own data, by when it is to be answered, and what came of it.
 *
 * @param subjects the person, under every name at the time
 */
public record DataRequest(Entry entry, Kind kind, SortedSet<EntryId> subjects) {
    static final EntryType TYPE = Catalogue.DATA_REQUEST;

    /** As the code list has them, in its order. */
    public enum Kind {
        ACCESS(10), CORRECTION(10), WITHDRAWAL(15), ERASURE(20);

        private final int days;

        /** @param days within which Decree 356/2025/NĐ-CP wants it done */
        Kind(int days) {
            this.days = days;
        }

        public Value.Code code() {
            return new Value.Code(ordinal() + 1);
        }

        public LocalDate due(LocalDate asked) {
            return asked.plusDays(days);
        }
    }

    /** As the code list has them, in its order. */
    public enum Status {
        OPEN, DONE, REFUSED;

        public Value.Code code() {
            return new Value.Code(ordinal() + 1);
        }
    }

    /** Empty where it is of a kind that only a newer version knows. */
    static Optional<DataRequest> of(Entry entry) {
        int code = entry.code(TYPE.field("kind"));
        return code < 1 || code > Kind.values().length ? Optional.empty()
                : Optional.of(new DataRequest(entry, Kind.values()[code - 1], EntryIds.read(entry, "subjects"))).filter(r -> !r.subjects.isEmpty());
    }

    public EntryId id() {
        return entry.id();
    }

    public ScopeId scope() {
        return entry.scope();
    }

    public Status status() {
        int code = entry.code(TYPE.field("status"));
        return code < 1 || code > Status.values().length ? Status.OPEN : Status.values()[code - 1];
    }

    public boolean isOpen() {
        return status() == Status.OPEN;
    }

    public Optional<Value.Day> askedOn() {
        return entry.day(TYPE.field("asked_on"));
    }

    public Optional<Value.Day> due() {
        return entry.day(TYPE.field("due"));
    }

    public boolean isLate(LocalDate today) {
        return isOpen() && due().filter(d -> d.compareTo(Value.Day.of(today)) < 0).isPresent();
    }

    public Optional<Value.Day> answeredOn() {
        return entry.day(TYPE.field("answered_on"));
    }

    public Optional<String> reason() {
        return entry.text(TYPE.field("answer"));
    }

    public SortedSet<EntryId> erased() {
        return EntryIds.read(entry, "erased");
    }

    boolean isFor(ConsentPurpose purpose) {
        return entry.items(TYPE.field("purposes")).contains(purpose.key());
    }
}

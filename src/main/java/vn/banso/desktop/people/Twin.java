package vn.banso.desktop.people;

import java.util.Optional;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.names.Names;
import vn.banso.register.names.Phones;
import vn.banso.register.values.Value;
import vn.banso.store.lists.HouseholdRow;

/**
 * Somebody in another household who looks like the same person.
 *
 * @param home where they are listed; empty where that household is not here
 * @param byPhone whether they share a telephone, not only name and year of birth
 */
record Twin(Entry person, Optional<HouseholdRow> home, boolean byPhone) {
    private static final Field NAME = Catalogue.PERSON.field("name");
    private static final Field BORN = Catalogue.PERSON.field("born");
    private static final Field PHONE = Catalogue.PERSON.field("phone");

    /** How two people look alike. */
    enum Alike { NO, BY_YEAR, BY_PHONE }

    /** Same name with or without marks, and the same year of birth or telephone; never where both years are known and differ. */
    static Alike compare(Entry one, Entry other) {
        String name = Names.fold(one.text(NAME).orElse(""));
        if (name.isEmpty() || !name.equals(Names.fold(other.text(NAME).orElse("")))) {
            return Alike.NO;
        }
        Optional<Value.Day> born = one.day(BORN);
        Optional<Value.Day> otherBorn = other.day(BORN);
        if (born.isPresent() && otherBorn.isPresent() && differ(born.get(), otherBorn.get())) {
            return Alike.NO;
        }
        Optional<String> phone = one.text(PHONE).flatMap(Phones::canonical);
        if (phone.isPresent() && phone.equals(other.text(PHONE).flatMap(Phones::canonical))) {
            return Alike.BY_PHONE;
        }
        return born.isPresent() && otherBorn.isPresent() ? Alike.BY_YEAR : Alike.NO;
    }

    /** Another year, or another day of it where both are known. */
    private static boolean differ(Value.Day one, Value.Day other) {
        return one.year() != other.year() || one.day() > 0 && other.day() > 0 && !one.equals(other);
    }
}

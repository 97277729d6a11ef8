package vn.banso.store.register;

import java.time.LocalDate;
import java.util.Optional;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.names.Names;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/**
 * Somebody as a list shows them.
 *
 * @param onPaper whether the name may stand on a printed list: neither the person nor, where that one said nothing, the household denied that
 */
public record PersonLine(EntryId id, String name, Optional<Value.Day> born, int sex, Optional<VillageName> village, boolean onPaper) {
    private static final int ELDERLY = 60;
    private static final int SCHOOL = 6;
    private static final int FEMALE = Codes.SEX.code("female").orElseThrow().number();

    static PersonLine of(Entry person, Optional<VillageName> village, boolean onPaper) {
        return new PersonLine(person.id(), person.text(Catalogue.PERSON.field("name")).orElse(""),
                person.day(Catalogue.PERSON.field("born")), person.code(Catalogue.PERSON.field("sex")), village, onPaper);
    }

    /** The place in a list of names. */
    String order() {
        return Names.sortKey(name);
    }

    public boolean isWoman() {
        return sex == FEMALE;
    }

    public boolean isElderly(LocalDate today) {
        return born.filter(b -> b.year() <= today.getYear() - ELDERLY).isPresent();
    }

    /** Small children stand on no roll of learners; whose year is not known does. */
    public boolean mayLearn(LocalDate today) {
        return born.filter(b -> b.year() > today.getYear() - SCHOOL).isEmpty();
    }

    /** Empty where it is not known. */
    public String year() {
        return born.map(b -> String.valueOf(b.year())).orElse("");
    }
}

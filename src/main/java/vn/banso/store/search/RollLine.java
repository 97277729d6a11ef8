package vn.banso.store.search;

import java.util.List;
import java.util.Optional;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Field.ValueType;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.tables.RegisterTables;

/**
 * What is kept in memory of one household, so that a list can be filtered and ordered between two keys.
 *
 * @param number the local number; 0 where there is none
 * @param head who stands for it: its head or, where nobody is called so, its first member
 * @param lastVisit as {@code yyyymmdd}; 0 where none was noted
 * @param smartphone whether somebody there has one: {@link CodeList#YES}, {@link CodeList#NO}, {@link CodeList#NOT_ASKED}
 * @param codes of the fields {@link #CODES}, in that order
 * @param people its members, the head first
 * @param text folded: what is known of the house, then of each of the people, one behind the other
 * @param ends where in it each of these ends
 * @param initials what words begin with, see {@link SearchQuery#initials}
 */
public record RollLine(ScopeId scope, EntryId id, EntryId village, int number, Optional<EntryId> head, int lastVisit, int smartphone,
                byte[] codes, List<EntryId> people, byte[] text, char[] ends, long initials) {
    /** The choices that are open to queries. */
    public static final List<Field> CODES = RegisterTables.columns(Catalogue.HOUSEHOLD).stream()
            .filter(f -> f.type() == ValueType.CODE).toList();

    /** Found in the house itself, not by a name. */
    public static final int BY_HOUSE = -1;
    public static final int NOT_FOUND = -2;

    public int code(Field field) {
        return codes[CODES.indexOf(field)];
    }

    /** Which of the people has what was typed, together with the house; {@link #BY_HOUSE} or {@link #NOT_FOUND}. */
    public int foundBy(SearchQuery typed) {
        return foundBy(typed, 0);
    }

    /** @param village the parts that its village is called by, as bits of {@link SearchQuery#fitting} */
    public int foundBy(SearchQuery typed, int village) {
        if (!typed.mayFit(initials, village)) {
            return NOT_FOUND;
        }
        int all = typed.all();
        int house = village | typed.fitting(text, 0, ends[0]);
        if (house == all) {
            return BY_HOUSE;
        }
        for (int i = 1; i < ends.length; i++) {
            int here = typed.fitting(text, ends[i - 1], ends[i]);
            if (here != 0 && (here | house) == all) {
                return i - 1;
            }
        }
        return NOT_FOUND;
    }
}

package vn.banso.register.sample;

import java.time.LocalDate;
import vn.banso.register.units.Units;
import vn.banso.register.values.ScopeId;

/**
 * Which commune to invent.
 *
 * @param unitList the unit list that the code is from, for example {@code "2025-07-01"}
 * @param code the commune's code, five digits
 * @param households how many to write down; villages get their shares of them
 * @param today nothing happens on or after this day
 * @param seed equal communes with equal seeds are equal to the last bit, ids included
 */
public record Commune(String unitList, String code, Region region, int households, LocalDate today, long seed) {
    public ScopeId scope() {
        return Units.unit(unitList, code).orElseThrow().scope();
    }
}

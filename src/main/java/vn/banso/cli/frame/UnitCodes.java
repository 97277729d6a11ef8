package vn.banso.cli.frame;

import java.util.LinkedHashSet;
import java.util.Set;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.register.values.ScopeId;

/** Codes of the current list of units, as they are typed. */
public final class UnitCodes {
    private UnitCodes() {}

    public static Unit commune(String code) throws CommandRefusal {
        return Units.current().commune(code).orElseThrow(() -> CommandRefusal.wrongUse("cli.unit.commune", code));
    }

    public static Unit province(String code) throws CommandRefusal {
        return Units.current().province(code).orElseThrow(() -> CommandRefusal.wrongUse("cli.unit.province", code));
    }

    public static Unit any(String code) throws CommandRefusal {
        return Units.current().unit(code).orElseThrow(() -> CommandRefusal.wrongUse("cli.unit.any", code));
    }

    /** Several communes, separated by commas. */
    public static Set<ScopeId> communes(String codes) throws CommandRefusal {
        Set<ScopeId> scopes = new LinkedHashSet<>();
        for (String code : codes.split(",", -1)) {
            scopes.add(commune(code.strip()).scope());
        }
        return scopes;
    }
}

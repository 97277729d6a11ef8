package vn.banso.cli;

import java.util.LinkedHashSet;
import java.util.Set;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.register.ScopeId;
import vn.banso.register.Unit;
import vn.banso.register.Units;

/** Codes of the current list of units, as they are typed. */
final class UnitCodes {
    private UnitCodes() {}

    static Unit commune(String code) throws CommandRefusal {
        return Units.current().commune(code).orElseThrow(() -> CommandRefusal.wrongUse("cli.unit.commune", code));
    }

    static Unit province(String code) throws CommandRefusal {
        return Units.current().province(code).orElseThrow(() -> CommandRefusal.wrongUse("cli.unit.province", code));
    }

    static Unit any(String code) throws CommandRefusal {
        return Units.current().unit(code).orElseThrow(() -> CommandRefusal.wrongUse("cli.unit.any", code));
    }

    /** Several communes, separated by commas. */
    static Set<ScopeId> communes(String codes) throws CommandRefusal {
        Set<ScopeId> scopes = new LinkedHashSet<>();
        for (String code : codes.split(",", -1)) {
            scopes.add(commune(code.strip()).scope());
        }
        return scopes;
    }
}

package vn.banso.cli.frame;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import vn.banso.register.units.Unit;
import vn.banso.register.units.UnitSet;
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

    /** Several communes, separated by commas; {@code 19/171} stands for all that the former district 171 of the province 19 is today. */
    public static Set<ScopeId> communes(String codes) throws CommandRefusal {
        Set<ScopeId> scopes = new LinkedHashSet<>();
        for (String code : codes.split(",", -1)) {
            String[] district = code.strip().split("/", -1);
            if (district.length == 2) {
                scopes.addAll(formerDistrict(province(district[0]), district[1]).communes());
            } else {
                scopes.add(commune(code.strip()).scope());
            }
        }
        return scopes;
    }

    private static UnitSet formerDistrict(Unit province, String code) throws CommandRefusal {
        return Optional.ofNullable(Units.formerDistricts(province.code()).get(code)).orElseThrow(() -> CommandRefusal.wrongUse("cli.unit.district", province.name(), code));
    }
}

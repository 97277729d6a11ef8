package vn.banso.cli.bench.ground;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.sample.Commune;
import vn.banso.register.sample.Generator;
import vn.banso.register.sample.Region;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.register.values.ScopeId;

/** Invented people of the province's communes, the same in every run. */
public final class Invented {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final List<String> COMMUNES =
            Units.current().communes(TrialProvince.CODE).stream().map(Unit::code).toList();

    private Invented() {}

    public static ScopeId scope(int commune) {
        return Units.current().commune(COMMUNES.get(commune)).orElseThrow().scope();
    }

    /** Everything a commune writes down, act by act. */
    public static Stream<List<Draft>> commune(int commune, int households, long seed) {
        return Generator.acts(new Commune(Units.current().version(), COMMUNES.get(commune), Region.MOUNTAIN, households, TODAY, seed));
    }

    /** Its households alone, each with its members. */
    public static Stream<List<Draft>> households(int commune, int households, long seed) {
        return commune(commune, households, seed).filter(act -> act.getFirst().type() == Catalogue.HOUSEHOLD);
    }

    /** Households with exactly four members. */
    public static Stream<List<Draft>> familiesOfFour(int commune, int atMost, long seed) {
        return households(commune, atMost, seed).filter(act -> act.size() == 5);
    }
}

package vn.banso.cli.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.banso.register.Catalogue;
import vn.banso.register.Draft;
import vn.banso.register.ScopeId;
import vn.banso.register.Unit;
import vn.banso.register.Units;
import vn.banso.register.sample.Commune;
import vn.banso.register.sample.Generator;
import vn.banso.register.sample.Region;

/** Invented people of the province's communes, the same in every run. */
final class Invented {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final List<String> COMMUNES =
            Units.current().communes(TrialProvince.CODE).stream().map(Unit::code).toList();

    private Invented() {}

    static ScopeId scope(int commune) {
        return Units.current().commune(COMMUNES.get(commune)).orElseThrow().scope();
    }

    /** Everything a commune writes down, act by act. */
    static Stream<List<Draft>> commune(int commune, int households, long seed) {
        return Generator.acts(new Commune(Units.current().version(), COMMUNES.get(commune), Region.MOUNTAIN, households, TODAY, seed));
    }

    /** Its households alone, each with its members. */
    static Stream<List<Draft>> households(int commune, int households, long seed) {
        return commune(commune, households, seed).filter(act -> act.getFirst().type() == Catalogue.HOUSEHOLD);
    }

    /** Households with exactly four members. */
    static Stream<List<Draft>> familiesOfFour(int commune, int atMost, long seed) {
        return households(commune, atMost, seed).filter(act -> act.size() == 5);
    }
}

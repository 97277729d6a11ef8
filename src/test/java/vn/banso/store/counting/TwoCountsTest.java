package vn.banso.store.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.indicators.Condition;
import vn.banso.indicators.CountPeriod;
import vn.banso.indicators.Counting;
import vn.banso.indicators.Definitions;
import vn.banso.indicators.Indicator;
import vn.banso.indicators.Register;
import vn.banso.indicators.Which;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.EntryType;
import vn.banso.store.RandomCondition;
import vn.banso.store.RandomRegister;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.Migrations;
import vn.banso.store.engine.NodeLock;
import vn.banso.store.projection.Projection;
import vn.banso.store.tables.RegisterTables;

/** The two evaluators of the same definitions, held against each other on registers full of oddities. */
class TwoCountsTest {
    private static final int REGISTERS = Integer.getInteger("registers", 40);

    @TempDir
    private Path folder;
    private Db db;

    @BeforeEach
    void open() {
        db = Db.open(folder.resolve("counts.db"));
        db.exec("PRAGMA synchronous=OFF");
        Migrations.bringUpToDate(db);
        Projection.define(db);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void sqlAndPlainCountAgreeOnEveryIndicator() {
        for (long seed = 0; seed < REGISTERS; seed++) {
            assertThat(differences(seed, UnaryOperator.identity(), RandomRegister::register)).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void sqlAndPlainCountAgreeOnConditionsNobodyWouldAskFor() {
        int fulfilled = 0;
        for (long seed = 0; seed < REGISTERS; seed++) {
            RandomRegister register = written(seed);
            Random random = new Random(seed);
            RandomCondition conditions = new RandomCondition(random);
            CountPeriod window = window(random);
            Counting plain = new Counting(register.register(), window);
            IndicatorQueries queries = new IndicatorQueries(db, new NodeLock(), 1_000);
            for (int i = 0; i < 8; i++) {
                Indicator odd = odd(conditions);
                assertThat(queries.count(register.scope, List.of(odd), window).get("X00")).as("seed %d: %s", seed, odd)
                        .isEqualTo(plain.count(odd));
                for (Which which : Which.values()) {
                    assertThat(queries.members(register.scope, odd, which, window, Optional.empty(), 1_000))
                            .as("seed %d, %s: %s", seed, which, odd).isEqualTo(plain.members(odd, which));
                }
                fulfilled += plain.members(odd, Which.YES).isEmpty() ? 0 : 1;
            }
        }
        assertThat(fulfilled).as("conditions that hold for somebody").isGreaterThan(REGISTERS);
    }

    @Test
    void aRefusalCountedAsNoIsFound() {
        assertThat(found(TwoCountsTest::refusedIsNo, RandomRegister::register)).isGreaterThan(REGISTERS / 2);
    }

    @Test
    void aBlankCountedAsNoIsFound() {
        assertThat(found(TwoCountsTest::everybodyAnswered, RandomRegister::register)).isGreaterThan(REGISTERS / 2);
    }

    @Test
    void mergedEntriesWhoseLinksWereForgottenAreFound() {
        assertThat(found(UnaryOperator.identity(), RandomRegister::withLinksAsWritten)).isGreaterThan(REGISTERS / 10);
    }

    private int found(UnaryOperator<Indicator> fault, Function<RandomRegister, Register> seen) {
        int found = 0;
        for (long seed = 0; seed < REGISTERS; seed++) {
            found += differences(seed, fault, seen).isEmpty() ? 0 : 1;
        }
        return found;
    }

    /** The lines on which the two differ; a fault is planted on the side of SQL, a way of seeing on the plain side. */
    private List<String> differences(long seed, UnaryOperator<Indicator> fault,
                                     Function<RandomRegister, Register> seen) {
        RandomRegister register = written(seed);
        CountPeriod window = window(new Random(seed));
        List<Indicator> all = Definitions.from(seed % 2 == 0 ? 18 : 15);
        Counting plain = new Counting(seen.apply(register), window);
        var counted = new IndicatorQueries(db, new NodeLock(), seed % 2 == 0 ? 0 : 1_000).count(register.scope, all.stream().map(fault).toList(), window);
        return all.stream().filter(i -> !plain.count(i).equals(counted.get(i.key())))
                .map(i -> i.key() + ": plain " + plain.count(i) + ", SQL " + counted.get(i.key())).toList();
    }

    private RandomRegister written(long seed) {
        RegisterTables.counted().forEach(t -> db.exec("DELETE FROM r_" + t.key()));
        db.exec("DELETE FROM alias");
        RandomRegister register = new RandomRegister(seed);
        register.into(db);
        return register;
    }

    private static Indicator odd(RandomCondition conditions) {
        EntryType type = conditions.type();
        return new Indicator("X00", "X00", type, conditions.about(type, 2), conditions.about(type, 2), conditions.about(type, 3),
                Optional.empty(), Indicator.Period.AT_CUT_OFF, 1, "");
    }

    private static CountPeriod window(Random random) {
        LocalDate cutOff = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(1_200));
        LocalDate from = switch (random.nextInt(3)) {
            case 0 -> cutOff.withDayOfYear(1);
            case 1 -> cutOff.withDayOfMonth(1);
            default -> cutOff.minusDays(random.nextInt(200));
        };
        return new CountPeriod(cutOff, from, cutOff.plusDays(random.nextInt(20)));
    }

    private static Indicator refusedIsNo(Indicator i) {
        return with(i, replaced(i.answered()));
    }

    private static Condition replaced(Condition condition) {
        return switch (condition) {
            case Condition.Known(var field) when field.codes().isPresent() ->
                    Condition.not(new Condition.Is(field, new TreeSet<>(List.of(CodeList.NOT_ASKED))));
            case Condition.All(var all) -> new Condition.All(all.stream().map(TwoCountsTest::replaced).toList());
            default -> condition;
        };
    }

    private static Indicator everybodyAnswered(Indicator i) {
        return with(i, Condition.ALWAYS);
    }

    private static Indicator with(Indicator i, Condition answered) {
        return new Indicator(i.id(), i.key(), i.counts(), i.population(), answered, i.yes(), i.weight(), i.period(), i.since(),
                i.source());
    }
}

package vn.banso.simulation;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many histories, every one with all that goes wrong on the road, end with equal registers and nothing lost. How many:
 * {@code -Dschedules=}; from which seed on: {@code -Dseed=}.
 */
@Tag("slow")
class ConvergenceTest {

    @Test
    void everyHistoryConverges() {
        long schedules = Long.getLong("schedules", 20_000);
        long first = Long.getLong("seed", 1);
        Simulator simulator = new Simulator(Craft.HONEST);
        long start = System.nanoTime();
        AtomicLong steps = new AtomicLong();
        Optional<Schedule> failing = LongStream.range(first, first + schedules).parallel().mapToObj(Schedule::of)
                .peek(s -> steps.addAndGet(s.steps().size()))
                .filter(s -> simulator.play(s).isPresent()).findAny();
        failing.ifPresent(s -> report(simulator, s));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("convergence: %,d schedules with %,d steps in %.1f s, %,.0f schedules/s%n", schedules, steps.get(), seconds,
                schedules / seconds);
    }

    static void report(Simulator simulator, Schedule failing) {
        Schedule shortest = simulator.cutDown(failing);
        fail(simulator.play(shortest).map(Throwable::getMessage).orElse("not repeatable") + "\n-Dseed=" + failing.seed()
                + " -Dschedules=1, cut down to\n" + shortest);
    }
}

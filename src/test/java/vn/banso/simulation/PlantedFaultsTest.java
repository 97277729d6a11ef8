package vn.banso.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulator finds every planted fault, and soon. */
@Tag("slow")
class PlantedFaultsTest {
    private static final int SOON = 10_000;

    @ParameterizedTest
    @EnumSource(PlantedFault.class)
    void isFound(PlantedFault fault) {
        Simulator simulator = new Simulator(fault.craft);
        Optional<Schedule> failing = LongStream.rangeClosed(1, SOON).mapToObj(Schedule::of)
                .filter(s -> simulator.play(s).isPresent()).findFirst();
        assertTrue(failing.isPresent(), fault + " was not found in " + SOON + " schedules");
        Schedule shortest = simulator.cutDown(failing.get());
        String broken = simulator.play(shortest).map(Throwable::getMessage).orElseThrow();
        System.out.println(fault + " is found by seed " + failing.get().seed() + ", cut down to " + shortest.steps() + ": "
                + broken.lines().findFirst().orElse(""));
        // The same history without the fault is fine, so it was the fault that was found.
        assertTrue(new Simulator(Craft.HONEST).play(shortest).isEmpty());
    }
}

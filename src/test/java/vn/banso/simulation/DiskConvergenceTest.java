package vn.banso.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same histories, fewer, over real stores: SQLite files, real keys, sealed parcels that are cut and altered on the way, machines
 * switched off in the middle. One for every thousand of {@code -Dschedules=}; from which seed on: {@code -Dseed=}.
 */
@Tag("slow")
class DiskConvergenceTest {
    private static final int ROUNDS = 4;

    @TempDir
    Path folder;

    @Test
    void everyHistoryConverges() throws Exception {
        Path template = folder.resolve("template");
        DiskCast.enrol(template);
        long schedules = Math.max(1, Long.getLong("schedules", 20_000) / 1000);
        long first = Long.getLong("seed", 1);
        long start = System.nanoTime();
        for (long seed = first; seed < first + schedules; seed++) {
            Schedule schedule = Schedule.of(seed);
            try {
                play(schedule, template, folder.resolve("seed-" + seed));
            } catch (Exception | AssertionError broken) {
                throw new AssertionError(broken.getMessage() + "\nover real stores, -Dseed=" + seed + " -Dschedules=1000\n" + schedule,
                        broken);
            }
            DiskMachine.delete(folder.resolve("seed-" + seed));
        }
        System.out.printf("convergence over real stores: %d schedules in %.1f s%n", schedules, (System.nanoTime() - start) / 1e9);
    }

    /** One row taken out of one store, and the comparison at the end finds it. */
    @Test
    void aStoreThatWasTamperedWithIsFoundOut() throws Exception {
        Path template = folder.resolve("template");
        DiskCast.enrol(template);
        try (DiskWorld world = new DiskWorld(template, folder.resolve("tampered"))) {
            DiskMachine laptop = world.machines.get(2);
            world.play(new Step(Step.Act.SAVE, laptop.number, 0, 1, 1));
            assertThat(world.acts).isNotEmpty();
            world.talkItOut(ROUNDS);
            new DiskInvariants(world).agree();
            laptop.tamper("DELETE FROM entry WHERE type = 1");
            assertThatThrownBy(() -> new DiskInvariants(world).agree()).isInstanceOf(AssertionError.class)
                    .hasMessageContaining("register");
        }
    }

    private static void play(Schedule schedule, Path template, Path folder) throws Exception {
        try (DiskWorld world = new DiskWorld(template, folder)) {
            DiskInvariants invariants = new DiskInvariants(world);
            for (Step step : schedule.steps()) {
                world.play(step);
                if (step.act() == Step.Act.TALK) {
                    invariants.isNotAhead(world.machines.get(step.a() % world.machines.size()));
                }
            }
            assertThat(world.talkItOut(ROUNDS)).as("batches that still moved in round %d of everybody", ROUNDS).isZero();
            invariants.agree();
        }
    }
}

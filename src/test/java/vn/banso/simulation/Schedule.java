package vn.banso.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.banso.simulation.Step.Act;

/**
 * A history to play: how many nodes there are at first, and what happens, in order. The same seed is the same schedule for ever on
 * one version of this class.
 */
record Schedule(long seed, int nodes, List<Step> steps) {
    private static final Act[] WHEEL = java.util.Arrays.stream(Act.values())
            .flatMap(a -> IntStream.range(0, a.weight).mapToObj(_ -> a)).toArray(Act[]::new);

    static Schedule of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int nodes = 2 + Math.min(random.nextInt(6), random.nextInt(7));
        int length = 6 + random.nextInt(random.nextInt(12) == 0 ? 90 : 22);
        List<Step> steps = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            steps.add(new Step(WHEEL[random.nextInt(WHEEL.length)], random.nextInt(1 << 16), random.nextInt(1 << 16),
                    random.nextInt(1 << 16), random.nextLong()));
        }
        return new Schedule(seed, nodes, steps);
    }

    Schedule without(int from, int to) {
        List<Step> left = new ArrayList<>(steps.subList(0, from));
        left.addAll(steps.subList(to, steps.size()));
        return new Schedule(seed, nodes, left);
    }

    @Override
    public String toString() {
        return "seed " + seed + ", " + nodes + " nodes, " + steps.size() + " steps:\n"
                + steps.stream().map(s -> "  " + s).collect(Collectors.joining("\n"));
    }
}

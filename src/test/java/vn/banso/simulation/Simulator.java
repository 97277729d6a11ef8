package vn.banso.simulation;

import java.util.Optional;

/** Plays one schedule to its end and says what broke; cuts a failing schedule down to what is needed. */
final class Simulator {
    private final Craft craft;

    Simulator(Craft craft) {
        this.craft = craft;
    }

    /** What broke; empty where every promise held. */
    Optional<AssertionError> play(Schedule schedule) {
        try {
            World world = new World(schedule, craft);
            Invariants invariants = new Invariants(world);
            int look = schedule.steps().isEmpty() ? 0 : Math.floorMod(schedule.seed(), schedule.steps().size());
            for (int i = 0; i < schedule.steps().size(); i++) {
                Step step = schedule.steps().get(i);
                world.play(step);
                ModelNode node = world.nodes.get(step.a() % world.nodes.size());
                if (step.act() == Step.Act.TALK || step.act() == Step.Act.IMPORT) {
                    new Claims(world).areNotAhead(node);
                    new Claims(world).areNotAhead(world.nodes.get(step.b() % world.nodes.size()));
                }
                if (i == look) {
                    invariants.explains(node);
                }
            }
            world.talkItOut();
            invariants.agree();
            if (world.nodes.stream().anyMatch(n -> !n.upgraded)) {
                world.nodes.stream().filter(n -> !n.upgraded).forEach(ModelNode::upgrade);
                invariants.agree();
            }
            invariants.sameInAnyOrder(world.nodes.getFirst());
            return Optional.empty();
        } catch (AssertionError broken) {
            return Optional.of(broken);
        } catch (RuntimeException broken) {
            return Optional.of(new AssertionError(broken.toString(), broken));
        }
    }

    /** The shortest schedule that still breaks something, by leaving out ever smaller parts. */
    Schedule cutDown(Schedule failing) {
        Schedule shortest = failing;
        for (int part = failing.steps().size() / 2; part > 0; part = part == 1 ? 0 : part / 2) {
            for (int from = 0; from + part <= shortest.steps().size(); ) {
                Schedule shorter = shortest.without(from, from + part);
                if (play(shorter).isPresent()) {
                    shortest = shorter;
                } else {
                    from += part;
                }
            }
        }
        return shortest;
    }
}

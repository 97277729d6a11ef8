package vn.banso.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.banso.trust.Province.LA_BANG;
import static vn.banso.trust.Province.SANG_MOC;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.batch.Batch;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.trust.crypto.ScopeKey;
import vn.banso.trust.governance.Grant;
import vn.banso.trust.governance.GrantedDevice;
import vn.banso.trust.governance.Role;

/** Whatever order grants, revocations and batches come in: the same grants, the same verdicts, the same register. */
class GrantLawTest {
    private static final int HISTORIES = 12;
    private static final int ORDERS = 6;

    @Test
    void theOrderOfArrivalChangesNoVerdict() {
        long seed = Long.getLong("seed", 20_261_120L);
        int revoked = 0;
        for (int history = 0; history < HISTORIES; history++) {
            Random random = new Random(seed + history);
            List<Batch> written = new ArrayList<>();
            Province province = play(random, written);
            Province.Node first = province.node().takesAll(written);
            revoked += (int) first.grants.devices().stream().filter(GrantedDevice::revoked).count();
            for (int order = 0; order < ORDERS; order++) {
                List<Batch> shuffled = new ArrayList<>(written);
                Collections.shuffle(shuffled, random);
                Province.Node other = province.node().takesAll(shuffled);
                String as = "seed " + seed + ", history " + history + ", order " + order;
                assertThat(other.shelf.verdicts()).as(as).isEqualTo(first.shelf.verdicts());
                assertThat(other.grants.changedSince(first.grants)).as(as).isEmpty();
                for (ScopeId scope : List.of(Province.GOVERNANCE, SANG_MOC, LA_BANG)) {
                    assertThat(other.shelf.states(scope)).as(as).containsExactlyInAnyOrderElementsOf(first.shelf.states(scope));
                }
            }
        }
        assertThat(revoked).as("the histories are about something").isPositive();
    }

    /** A random history: grants of all ranks, right and wrong ones, revocations with and without good batches, entries. */
    private static Province play(Random random, List<Batch> written) {
        Province province = new Province();
        List<Laptop> people = new ArrayList<>(List.of(province.root, province.province, province.sangMoc, province.laBang));
        IntStream.range(0, 6).forEach(i -> people.add(new Laptop("Người " + i)));
        people.forEach(p -> {
            p.ring.addAll(province.root.ring.all());
            p.ring.addAll(List.of(key(SANG_MOC), key(LA_BANG)));
        });
        province.sangMoc.ring.addAll(List.of(key(SANG_MOC), key(LA_BANG)));
        written.addAll(province.written);
        for (int act = 0; act < 30; act++) {
            Laptop actor = people.get(random.nextInt(random.nextBoolean() ? 4 : people.size()));
            Laptop other = people.get(random.nextInt(people.size()));
            written.add(switch (random.nextInt(5)) {
                case 0, 1 -> actor.writes(List.of(grant(province, other, random)));
                case 2 -> actor.writes(List.of(province.acts.revocation(province.grants, random.nextInt(3) == 0 ? Province.GOVERNANCE : any(random), other.keys.signingKey(),
                        good(written, other, random).map(Laptop::tip).stream().toList(), "thử")));
                default -> actor.seals(random.nextBoolean() ? SANG_MOC : LA_BANG, actor.create(Province.household()));
            });
        }
        return province;
    }

    private static Draft grant(Province province, Laptop device, Random random) {
        Role role = Role.values()[random.nextInt(Role.values().length)];
        Set<ScopeId> communes = role != Role.AREA ? Set.of()
                : random.nextInt(3) == 0 ? Set.of(SANG_MOC, LA_BANG) : Set.of(any(random));
        ScopeId in = random.nextInt(6) == 0 ? any(random) : Grant.isOfProvince(role) ? Province.GOVERNANCE : any(random);
        return province.acts.grant(device.asks(role), role, communes, Optional.empty(), in);
    }

    private static ScopeId any(Random random) {
        return random.nextBoolean() ? SANG_MOC : LA_BANG;
    }

    private static Optional<Batch> good(List<Batch> written, Laptop author, Random random) {
        List<Batch> own = written.stream().filter(b -> b.header().author().equals(author.keys.id())).toList();
        return own.isEmpty() || random.nextInt(4) == 0 ? Optional.empty() : Optional.of(own.get(random.nextInt(own.size())));
    }

    private static ScopeKey key(ScopeId scope) {
        byte[] key = new byte[32];
        key[0] = (byte) scope.value();
        return ScopeKey.of(scope, 9, key);
    }
}

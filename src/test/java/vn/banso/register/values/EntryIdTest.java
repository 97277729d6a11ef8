package vn.banso.register.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryIdTest {

    @Test
    void isWrittenAndReadAlike() {
        long seed = Long.getLong("seed", 20_261_120L);
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            EntryId id = new EntryId(random.nextLong(), i % 2 == 0 ? random.nextLong() : i);
            assertThat(EntryId.parse(id.toString())).as("seed " + seed).isEqualTo(id);
            assertThat(EntryId.of(id.bytes())).isEqualTo(id);
            ScopeId scope = new ScopeId(random.nextLong());
            assertThat(ScopeId.parse(scope.toString())).isEqualTo(scope);
        }
        assertThat(new EntryId(0, 255)).hasToString("000000000000000000000000000000ff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ff", "000000000000000000000000000000FF", "000000000000000000000000000000fg", "000000000000000000000000000000ff0"})
    void anythingElseIsNotAnId(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> EntryId.parse(text));
        assertThatIllegalArgumentException().isThrownBy(() -> ScopeId.parse(text));
    }

    @Test
    void freshIdsShareTheirPrefixAndNothingElse() {
        FreshIds fresh = new FreshIds(new Random(5));
        Set<EntryId> seen = new HashSet<>();
        EntryId first = fresh.next();
        for (int i = 0; i < 10_000; i++) {
            EntryId next = fresh.next();
            assertThat(seen.add(next)).isTrue();
            assertThat(next.hi()).isEqualTo(first.hi());
        }
        assertThat(new FreshIds(new Random(6)).next().hi()).isNotEqualTo(first.hi());
    }
}

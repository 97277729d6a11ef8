package vn.banso.trust.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowSealTest {
    private static final byte[] ROW = "row".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLAIN = "Hoàng Văn Páo, 1956".getBytes(StandardCharsets.UTF_8);
    private final RowSeal seal = RowSeal.fresh();

    @Test
    void opensWhereItBelongsAndNowhereElse() {
        byte[] sealed = seal.seal(PLAIN, ROW);
        assertThat(sealed).hasSize(PLAIN.length + RowSeal.OVERHEAD);
        assertThat(seal.open(sealed, ROW)).isEqualTo(PLAIN);
        assertThat(seal.open(seal.seal(new byte[0], ROW), ROW)).isEmpty();
        assertThatThrownBy(() -> seal.open(sealed, new byte[] {1})).isInstanceOf(BrokenSealException.class);
        assertThatThrownBy(() -> RowSeal.fresh().open(sealed, ROW)).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void everyFlippedBitAndEveryCutIsNoticed() {
        byte[] sealed = seal.seal(PLAIN, ROW);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] altered = sealed.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> seal.open(altered, ROW)).isInstanceOf(BrokenSealException.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> seal.open(cut, ROW)).isInstanceOf(BrokenSealException.class);
        }
        assertThat(seal.open(sealed, ROW)).as("a broken row before it harms nothing").isEqualTo(PLAIN);
    }

    @Test
    void noNonceServesTwice() {
        Set<ByteBuffer> nonces = Collections.newSetFromMap(new ConcurrentHashMap<>());
        int rows = 20_000;
        IntStream.range(0, rows).parallel()
                .forEach(_ -> nonces.add(ByteBuffer.wrap(Arrays.copyOf(seal.seal(PLAIN, ROW), Aead.NONCE))));
        assertThat(nonces).hasSize(rows);
        assertThat(new HashSet<>(nonces)).hasSize(rows);
    }
}

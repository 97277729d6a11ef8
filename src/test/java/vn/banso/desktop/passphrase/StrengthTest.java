package vn.banso.desktop.passphrase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a passphrase is worth, in words. */
class StrengthTest {
    @Test
    void itIsToldWithoutAScore() {
        assertThat(Strength.of("")).isEqualTo(Strength.NOTHING);
        assertThat(Strength.of("mưa rơi")).isEqualTo(Strength.SHORT);
        assertThat(Strength.of("19/05/1987")).as("a birthday").isEqualTo(Strength.GUESSED);
        assertThat(Strength.of("aaaaaaaaaaaa")).isEqualTo(Strength.GUESSED);
        assertThat(Strength.of("Mật Khẩu")).isEqualTo(Strength.GUESSED);
        assertThat(Strength.of("khoaimon7")).isEqualTo(Strength.FAIR);
        assertThat(Strength.of("mưa rơi trên mái lá")).isEqualTo(Strength.GOOD);
    }

    @Test
    void onlyWhatIsTooShortOrDiffersIsNotTaken() {
        NewPassphrase fresh = new NewPassphrase();
        assertThat(fresh.objection()).contains("passphrase.short");
        fresh.first().set("12345678");
        assertThat(fresh.objection()).contains("passphrase.differ");
        fresh.again().set("12345678");
        assertThat(fresh.objection()).isEmpty();
        fresh.forget();
        assertThat(fresh.chars()).isEmpty();
    }
}

package vn.banso.desktop.passphrase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is not taken when a passphrase is chosen. */
class NewPassphraseTest {
    @Test
    void whatIsTooShortGuessedOrTypedDifferentlyIsNotTaken() {
        NewPassphrase fresh = new NewPassphrase();
        assertThat(fresh.objection()).contains("passphrase.short");
        fresh.first().set("1234567890");
        assertThat(fresh.objection()).contains("passphrase.guessed");
        fresh.first().set("khoai mon nướng");
        assertThat(fresh.objection()).contains("passphrase.differ");
        fresh.again().set("khoai mon nướng");
        assertThat(fresh.objection()).isEmpty();
        fresh.forget();
        assertThat(fresh.chars()).isEmpty();
    }
}

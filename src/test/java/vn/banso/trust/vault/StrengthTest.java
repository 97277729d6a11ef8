package vn.banso.trust.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a passphrase is worth, in words. */
class StrengthTest {
    @ParameterizedTest
    @ValueSource(strings = {"mưa rơi", "a", "khoaimon7", "😀😀😀😀😀😀😀😀😀"})
    void whatIsShortIsToldSo(String typed) {
        assertThat(Strength.of(typed)).isEqualTo(Strength.SHORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19/05/1987", "0912345678", "0912 345 678", "aaaaaaaaaaaa", "Mật Khẩu 2026", "MatKhau@123", "matkhau12345", "mật khẩu của em",
        "Anh yêu em 1990", "anhyeuem123456", "qwertyuiop", "qwerty123456", "1q2w3e4r5t", "1qaz2wsx3edc", "abcdefgh123", "Vietnam@2026", "vietnamvodich",
        "nguyenvananh1990", "Nguyễn Văn Anh 1990", "khoai khoai khoai", "password123!", "P@ssw0rd2026", "iloveyou2026", "0987654321a", "zzzzzxxxxx",
        "........................", "thái nguyên 2026", "chuyendoiso2026", "Hồ Chí Minh 1945", "a1b2c3d4e5f6", "asdfghjkl;zxcvbnm"})
    void whatThievesTryFirstIsGuessed(String typed) {
        assertThat(Strength.of(typed)).isEqualTo(Strength.GUESSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"khoaimon77", "suối ruộng bậc", "Xq7!kd0fWz", "mận chín đỏ 7"})
    void whatTakesYearsWillDo(String typed) {
        assertThat(Strength.of(typed)).isEqualTo(Strength.FAIR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mưa rơi trên mái lá", "mua roi tren mai la", "bốn con gà ngủ dưới cầu", "correct horse battery staple"})
    void unrelatedWordsAreGood(String typed) {
        assertThat(Strength.of(typed)).isEqualTo(Strength.GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000", "ẸẸẸẸẸẸẸẸẸẸẸẸ"})
    void whateverIsTypedIsJudged(String typed) {
        assertThat(Strength.of(typed)).isIn(Strength.NOTHING, Strength.GUESSED);
    }
}

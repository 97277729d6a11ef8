package vn.banso.trust.vault;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import vn.banso.register.names.Names;

/**
 * What a passphrase is worth, told in words while it is chosen. Whoever stole a laptop tries what people choose first: common words with or
 * without their marks, names, rows of the keyboard, years and birthdays, telephone numbers, anything written twice. What consists of such is
 * not taken, and neither is what is too short for the work of one guess to be felt. Texts: {@code passphrase.strength.<name>}.
 */
public enum Strength {
    NOTHING, SHORT, GUESSED, FAIR, GOOD;

    /** In characters. */
    public static final int SHORTEST = 10;

    /** What a thief has to try, as powers of two: with the cost of one guess, years of a good machine, and more than a lifetime. */
    private static final double ENOUGH = 36;
    private static final double PLENTY = 52;
    private static final double WORD = 7;
    private static final double PATTERN = 5;
    private static final double LETTER = 4;
    private static final double SIGN = 3;
    private static final double DIGIT = 3.3;
    /** A year, a birthday, a telephone number: however many digits. */
    private static final double NUMBER = 13;
    private static final int RUN = 4;
    private static final int PAIR = 2;

    /** Chosen by many, folded and without spaces; the longest is looked for first. */
    private static final List<String> COMMON = longestFirst("""
            matkhau matkhaumoi khongbiet khongnho quenroi anhyeuem emyeuanh yeuem yeuanh iloveyou baoan bimat chatluong congnghe congnghso cuocsong dangnhap
            dacbiet doclap tudo hanhphuc hanoi saigon hochiminh danang haiphong cantho thainguyen bacgiang laocai yenbai vietnam vietnamvodich vodich vodoi
            tinhyeu giadinh bome conyeu chongyeu voyeu toiyeu maimai mailayeuem nhoem nhoanh thanhcong maymanh phatloc loctai phattai taiphat taikhoan maytinh
            dienthoai internet chinhphu nhanuoc nhandan bacho bachovidai xinchao chaoem chaoanh chaoban cogiao thaygiao hocsinh sinhvien truonghoc lophoc
            thonban canbo tinhuy uyban congan quandoi chinhsach chuyendoiso binhdanhocvu hocvuso
            nguyen tran hoang huynh phan dang bui duong vuong nong trieu trinh dinh pham phung luong chau lam
            van thi huu duc minh quang hung dung cuong tuan hieu huong hong linh trang thao phuong thuy thanh tung anh xin chao
            password passwd passw0rd letmein welcome admin administrator login default master secret dragon monkey sunshine princess football superman batman
            facebook google android samsung iphone windows zalo""");

    private static final List<String> ROWS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "abcdefghijklmnopqrstuvwxyz", "qazwsxedcrfvtgbyhnujm",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "1q2w3e4r5t6y7u8i9o0p", "a1b2c3d4e5f6g7h8");

    public static Strength of(String typed) {
        if (typed.isEmpty()) {
            return NOTHING;
        }
        if (typed.codePointCount(0, typed.length()) < SHORTEST) {
            return SHORT;
        }
        String folded = Names.fold(typed);
        double worth = Math.min(worth(once(letters(folded))), worth(once(letters(plain(folded))))) + surprise(typed);
        return worth < ENOUGH ? GUESSED : worth < PLENTY ? FAIR : GOOD;
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Signs and digits that stand for letters within words, as those letters. */
    private static String plain(String folded) {
        String letters = folded.replace('@', 'a').replace('$', 's');
        for (String[] pair : new String[][] {{"0", "o"}, {"1", "i"}, {"3", "e"}, {"4", "a"}, {"5", "s"}, {"7", "t"}}) {
            letters = letters.replaceAll("(?<=\\p{L})" + pair[0] + "(?=\\p{L})", pair[1]);
        }
        return letters;
    }

    /** A sign within, where it is neither the first nor the last, is worth a little. */
    private static double surprise(String typed) {
        return typed.strip().matches("(?s).+[^\\p{L}\\p{N}\\p{M}\\s].+") ? SIGN : 0;
    }

    /** What is written several times is written once. */
    private static String once(String plain) {
        return plain.replaceFirst("^(.+?)\\1+$", "$1");
    }

    private static double worth(String plain) {
        double worth = 0;
        for (int at = 0; at < plain.length();) {
            int digits = digits(plain, at);
            int pattern = pattern(plain, at);
            int word = word(plain, at);
            if (pattern >= RUN && pattern >= digits && pattern >= word) {
                worth += PATTERN;
                at += pattern;
            } else if (word > 0) {
                worth += WORD;
                at += word;
            } else if (digits > 0) {
                worth += Math.min(NUMBER, digits * DIGIT);
                at += digits;
            } else {
                worth += LETTER;
                at++;
            }
        }
        return worth;
    }

    private static int digits(String plain, int from) {
        int at = from;
        while (at < plain.length() && Character.isDigit(plain.charAt(at))) {
            at++;
        }
        return at - from;
    }

    private static int word(String plain, int from) {
        return COMMON.stream().filter(w -> plain.startsWith(w, from)).mapToInt(String::length).findFirst().orElse(0);
    }

    /** The longest run from here of one character, or along a row of the keyboard or of the alphabet, in either direction. */
    private static int pattern(String plain, int from) {
        int same = from + 1;
        while (same < plain.length() && plain.charAt(same) == plain.charAt(from)) {
            same++;
        }
        int longest = same - from;
        for (String row : ROWS) {
            longest = Math.max(longest, Math.max(along(row, plain, from), along(new StringBuilder(row).reverse().toString(), plain, from)));
        }
        return longest;
    }

    private static int along(String row, String plain, int from) {
        int length = PAIR;
        while (from + length <= plain.length() && row.contains(plain.substring(from, from + length))) {
            length++;
        }
        return length - 1;
    }

    private static List<String> longestFirst(String words) {
        return Arrays.stream(words.split("\\s+")).sorted(Comparator.comparing(String::length).reversed()).toList();
    }
}

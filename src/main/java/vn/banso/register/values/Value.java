package vn.banso.register.values;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a field holds. The kinds are closed for one wire format: a newer version may add fields, which travel through an
 * older node untouched because every value says what it is.
 */
public sealed interface Value {

    /** Free text in Unicode NFC. Half of a surrogate pair is no text and becomes U+FFFD. */
    record Text(String text) implements Value {
        public Text {
            text = TypedText.whole(text);
        }
    }

    /** A whole number: a count, minutes, metres, points. */
    record Whole(long number) implements Value {}

    /**
     * A date as exactly as it is known: month and day are 0 where unknown (a birth year is {@code Day(1956, 0, 0)}).
     */
    record Day(int year, int month, int day) implements Value, Comparable<Day> {
        /** Reads {@code 2026-11-20}, {@code 2026-11} or {@code 2026}. */
        public static Day parse(String iso) {
            String[] parts = iso.split("-");
            if (!iso.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
                throw new IllegalArgumentException("not a date: yyyy-MM-dd, yyyy-MM or yyyy is expected");
            }
            return new Day(Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 0,
                    parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
        }

        @Override
        public int compareTo(Day o) {
            return Integer.compare(number(), o.number());
        }

        /** The date as {@code yyyymmdd}, unknown parts 00: sorts like the date and fits one integer. */
        public int number() {
            return year * 10_000 + month * 100 + day;
        }

        /** The first date that it may mean. */
        public LocalDate first() {
            return LocalDate.of(year, Math.max(1, month), Math.max(1, day));
        }

        /** The last date that it may mean: "2030" ends with its December. */
        public LocalDate last() {
            YearMonth latest = YearMonth.of(year, month > 0 ? month : 12);
            return day > 0 ? latest.atDay(day) : latest.atEndOfMonth();
        }

        public static Day of(LocalDate date) {
            return new Day(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        }

        public static Day of(int number) {
            return new Day(number / 10_000, number / 100 % 100, number % 100);
        }

        @Override
        public String toString() {
            return day > 0 ? String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day)
                    : month > 0 ? String.format(Locale.ROOT, "%04d-%02d", year, month) : String.format(Locale.ROOT, "%04d", year);
        }
    }

    /** One entry of the field's code list, by its stable number; answers are codes too, see {@link vn.banso.register.catalogue.CodeList#ANSWER}. */
    record Code(int number) implements Value {}

    /** A link to another entry. */
    record Ref(EntryId entry) implements Value {}

    /** A set of texts: skill codes, tags, or entry ids written in full. */
    record Items(SortedSet<String> items) implements Value {
        public Items(SortedSet<String> items) {
            this.items = java.util.Collections.unmodifiableSortedSet(items.stream().map(TypedText::whole).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /** Bytes that only one reader understands, such as a sealed key. */
    record Bytes(byte[] bytes) implements Value {
        @Override
        public boolean equals(Object o) {
            return o instanceof Bytes b && Arrays.equals(bytes, b.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    /** Cleared on purpose: somebody took the earlier value away. */
    record Blank() implements Value {}

    Blank BLANK = new Blank();
}

package vn.banso.register.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.banso.register.values.Decimal;
import vn.banso.register.values.Lang;
import vn.banso.register.values.Value;

/**
 * Every sentence the product says, in one language. Each room keeps its own in {@code texts_vi.properties} and
 * {@code texts_en.properties} (UTF-8) beside its classes; keys are unique over all rooms.
 *
 * <p>Texts are {@link MessageFormat} patterns in which an apostrophe is just an apostrophe (nobody has to double it, no
 * part can be quoted by it). Numbers are written as the language writes them (1.234,5); a year or an id is handed in as text.
 * {@code [0:entry is|entries are]} says the first where {@code {0}} is one, else the second.
 */
public final class Texts {
    private static final long AN_HOUR = 60;
    private static final Pattern COUNTED = Pattern.compile("\\[(\\d):([^|\\]]*)\\|([^\\]]*)]");
    private static final List<String> ROOMS = listed();
    private static final Texts VI = new Texts(Lang.VI);
    private static final Texts EN = new Texts(Lang.EN);

    private final Lang lang;
    private final SortedMap<String, String> texts = new TreeMap<>();

    private Texts(Lang lang) {
        this.lang = lang;
        ROOMS.forEach(room -> read(room).forEach((key, text) -> add(key, text, "the room " + room)));
        CodeFile.SHIPPED.forEach(list -> CodeFile.shipped(list).choices().forEach((key, choice) ->
                add("code." + list + "." + key, choice.labels().get(lang), "the choices " + list)));
    }

    private void add(String key, String text, String from) {
        if (texts.put(key, text) != null) {
            throw new IllegalStateException("the text " + key + " stands twice, once in those of " + from);
        }
    }

    /** The rooms and screens that say something, each a folder below the root package, as {@code rooms.txt} lists them: a screen may bring its sheet there, too. */
    public static List<String> rooms() {
        return ROOMS;
    }

    private static List<String> listed() {
        try (InputStream in = Texts.class.getResourceAsStream("/vn/banso/rooms.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the list of rooms cannot be read", e);
        }
    }

    public static Texts of(Lang lang) {
        return lang == Lang.VI ? VI : EN;
    }

    public Lang lang() {
        return lang;
    }

    /** All keys, sorted. */
    public SortedSet<String> keys() {
        return new TreeSet<>(texts.keySet());
    }

    /**
     * The text of this key with {@code {0}}, {@code {1}} … filled in. Arguments are texts, numbers, days ({@link LocalDate},
     * {@link Value.Day}), or anything else as it prints itself.
     *
     * @throws IllegalArgumentException where no room has the text
     */
    public String get(String key, Object... args) {
        String pattern = find(key).orElseThrow(() -> new IllegalArgumentException("no text for the key " + key + " in "
                + lang.code() + "; it belongs in the bundle texts_" + lang.code() + ".properties of the room that says it"));
        return args.length == 0 ? pattern : new MessageFormat(counted(pattern, args).replace("'", "''"), lang.locale())
                .format(Arrays.stream(args).map(this::shown).toArray());
    }

    private static String counted(String pattern, Object[] args) {
        return pattern.indexOf('[') < 0 ? pattern : COUNTED.matcher(pattern).replaceAll(noun -> Matcher.quoteReplacement(
                noun.group("1".equals(String.valueOf(args[Integer.parseInt(noun.group(1))])) ? 2 : 3)));
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** What people call this kind of entry. */
    public String type(EntryType type) {
        return get("type." + type.key());
    }

    /** What people call this field. */
    public String field(EntryType type, Field field) {
        return get("field." + type.key() + "." + field.key());
    }

    /** A choice; one that nobody named on this machine yet is shown as that, with its number. */
    public String code(CodeList list, Value.Code code) {
        return list.keyOf(code).flatMap(k -> label(list, k)).orElseGet(() -> get("code.newer", String.valueOf(code.number())));
    }

    /** What a choice is called, one that a province added too; empty where nobody said. */
    public Optional<String> label(CodeList list, String key) {
        return find("code." + list.key() + "." + key).or(() -> AddedChoices.find(list.key(), key).map(c -> c.labels().get(lang)));
    }

    /** A value as a person reads it. Links are shown by their id: the store knows what they are called. */
    public String value(Field field, Value value) {
        return switch (value) {
            case Value.Text t -> t.text();
            // A year is not written 2.026.
            case Value.Whole w when field.key().endsWith("year") -> String.valueOf(w.number());
            case Value.Whole w when field.type() == Field.ValueType.DECIMAL -> get("value.decimal", Decimal.of(w.number()));
            case Value.Whole w -> get("value.whole", w.number());
            case Value.Day d -> day(d);
            case Value.Code c -> field.codes().map(list -> code(list, c)).orElse(String.valueOf(c.number()));
            case Value.Ref r -> r.entry().toString();
            case Value.Items i -> String.join(", ", i.items().stream().map(item -> item(field, item)).toList());
            case Value.Bytes b -> get("value.bytes", b.bytes().length);
            case Value.Blank _ -> get("value.blank");
        };
    }

    /** A day as exactly as it is known: 20/11/2026, 11/2026, 2026. */
    public static String day(Value.Day day) {
        return day.day() > 0 ? String.format(Locale.ROOT, "%02d/%02d/%04d", day.day(), day.month(), day.year())
                : day.month() > 0 ? String.format(Locale.ROOT, "%02d/%04d", day.month(), day.year()) : String.format(Locale.ROOT, "%04d", day.year());
    }

    /** A time of day as it is said everywhere: 19:30. @param minutes after midnight */
    public static String clock(long minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / AN_HOUR, minutes % AN_HOUR);
    }

    private String item(Field field, String item) {
        return field.codes().flatMap(list -> label(list, item)).orElse(item);
    }

    private Object shown(Object arg) {
        return switch (arg) {
            case Value.Day d -> day(d);
            case LocalDate d -> day(Value.Day.of(d));
            case Number n -> n;
            default -> arg.toString();
        };
    }

    private Map<String, String> read(String room) {
        String name = "/vn/banso/" + room + "/texts_" + lang.code() + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the texts " + name + " cannot be read", e);
        }
        Map<String, String> read = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> read.put(key, properties.getProperty(key)));
        return read;
    }
}

package vn.banso.register.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.Decimal;
import vn.banso.register.values.Value;

/**
 * Writes an invented commune as a file of JSON entries: an array with one entry per line, codes by key, links by id, dates
 * as exactly as known. {@code banso record} reads it.
 */
public final class SampleFile {
    private static final String UNIT_LIST = "2025-07-01";

    private SampleFile() {}

    /**
     * Arguments: commune code, region, households, seed, the day before which everything happened, file.
     * {@code sample-data/README.md} has the two calls that made the files there.
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 6) {
            usage(System.err);
            System.exit(2);
        }
        Commune commune = new Commune(UNIT_LIST, args[0], Region.valueOf(args[1].toUpperCase(Locale.ROOT)),
                Integer.parseInt(args[2]), LocalDate.parse(args[4]), Long.parseLong(args[3]));
        write(commune, Path.of(args[5]));
    }

    public static void write(Commune commune, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(commune, out);
        }
    }

    static void write(Commune commune, Appendable out) throws IOException {
        Iterator<Draft> drafts = Generator.drafts(commune).iterator();
        out.append('[');
        while (drafts.hasNext()) {
            out.append('\n').append(entry(commune.code(), drafts.next())).append(drafts.hasNext() ? "," : "");
        }
        out.append("\n]\n");
    }

    private static String entry(String commune, Draft draft) {
        String fields = draft.fields().entrySet().stream()
                .map(e -> field(draft.type().field(e.getKey()).orElseThrow(), e.getValue()))
                .collect(Collectors.joining(","));
        return "{\"type\":\"" + draft.type().key() + "\",\"id\":\"" + draft.id() + "\",\"commune\":\"" + commune
                + "\",\"fields\":{" + fields + "}}";
    }

    private static String field(Field field, Value value) {
        return quoted(field.key()) + ":" + switch (value) {
            case Value.Text(var text) -> quoted(text);
            case Value.Whole(var number) when field.type() == Field.ValueType.DECIMAL -> Decimal.of(number).toPlainString();
            case Value.Whole(var number) -> Long.toString(number);
            case Value.Day day -> quoted(day.toString());
            case Value.Code code -> quoted(field.codes().orElseThrow().keyOf(code).orElseThrow());
            case Value.Ref(var entry) -> quoted(entry.toString());
            case Value.Items(var items) -> items.stream().map(SampleFile::quoted).collect(Collectors.joining(",", "[", "]"));
            case Value.Blank _ -> "null";
            case Value.Bytes _ -> throw new IllegalArgumentException("samples hold no bytes: " + field.key());
        };
    }

    /** Sample texts hold no control characters. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void usage(PrintStream out) {
        out.println("SampleFile COMMUNE urban|delta|mountain|remote HOUSEHOLDS SEED YYYY-MM-DD FILE");
    }
}

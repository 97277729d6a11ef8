package vn.banso.indicators;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.values.Decimal;

/**
 * The targets that bind in a commune: those its register holds as entries of the type {@code target}, and where none of them speaks of
 * an indicator, the one that ships with the product ({@code targets.tsv}).
 */
public final class Targets {
    private static final List<Target> SHIPPED = read();
    /** Of several for one line, the one that began last; of those, the higher one. */
    private static final Comparator<Target> PREFERRED = Comparator.comparing(Target::from).thenComparing(Target::threshold);

    private Targets() {}

    public static List<Target> shipped() {
        return SHIPPED;
    }

    /**
     * What binds on this day, at most one for a line, in the order of the lines.
     *
     * @param entries those of the type {@code target} that the commune's register holds
     */
    public static List<Target> live(Collection<Entry> entries, LocalDate day) {
        SequencedMap<String, Target> live = new TreeMap<>();
        // Which group a commune belongs to is not recorded: what is meant for one group only binds where an entry says so.
        Stream.concat(SHIPPED.stream().filter(t -> t.group().isEmpty() && t.live(day)).sorted(PREFERRED),
                        entries.stream().flatMap(e -> Target.of(e).stream()).filter(t -> t.live(day)).sorted(PREFERRED))
                .forEach(t -> live.put(t.indicator(), t));
        return List.copyOf(live.values());
    }

    private static List<Target> read() {
        try (InputStream in = Targets.class.getResourceAsStream("targets.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1)).map(Targets::shipped).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the targets cannot be read", e);
        }
    }

    private static Target shipped(String[] row) {
        return new Target(row[0], Decimal.read(row[1]).orElseThrow().number(), row[2].equals("yes"), LocalDate.parse(row[3]), LocalDate.parse(row[4]), row[5], row[6], row[7]);
    }
}

package vn.banso.cli.frame;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.store.Node;

/** Which commune is meant: the one named, or the only one that the node works for. Where there are several, somebody has to say. */
public final class CommuneOption {
    @Option(names = "--commune", paramLabel = "C")
    private String code;

    /** Empty where none was named. */
    public Optional<Unit> named() throws CommandRefusal {
        return code == null ? Optional.empty()
                : Optional.of(UnitCodes.commune(code));
    }

    /** The same; one that ended, and whose records this node still holds, goes by its last code. */
    private Optional<Unit> named(Node node) throws CommandRefusal {
        Optional<Unit> ended = all(node).stream().filter(u -> u.code().equals(code) && !u.list().equals(Units.current().version())).findFirst();
        return ended.isPresent() ? ended : named();
    }

    /** The one named, or the only one this node works for; empty where it works for several, or for none. */
    public Optional<Unit> orOnly(Node node) throws CommandRefusal {
        List<Unit> all = all(node);
        return named(node).or(() -> all.size() == 1 ? Optional.of(all.getLast()) : Optional.empty());
    }

    /** The same, and asks by a sentence where nothing says which. */
    public Unit in(Node node, Texts texts) throws CommandRefusal {
        return orOnly(node).orElseThrow(() -> all(node).isEmpty() ? CommandRefusal.wrongUse("cli.commune.none")
                : CommandRefusal.wrongUse("cli.commune.which", all(node).size(), called(node, texts)));
    }

    /** "Sảng Mộc (05719), La Bằng (05818)". */
    public static String called(Node node, Texts texts) {
        return all(node).stream().map(u -> u.named(texts) + " (" + u.code() + ")").collect(Collectors.joining(", "));
    }

    private static List<Unit> all(Node node) {
        return node.ledger().communes().stream().flatMap(scope -> Units.find(scope).stream()).toList();
    }
}

package vn.banso.cli.units;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.UnitCodes;
import vn.banso.office.UnitListFolder;
import vn.banso.register.units.Unit;
import vn.banso.register.units.UnitList;
import vn.banso.register.units.UnitListFile.Flaw;
import vn.banso.register.units.UnitListFile.Result;
import vn.banso.register.units.Units;
import vn.banso.say.Sentence;

/** The lists of provinces and communes: which are known, and the next one, which comes as a file. */
final class UnitListCommands {
    private static final int MOST_TOLD = 10;

    private UnitListCommands() {}

    /** The lists that are known, and what became of a commune of an older one. */
    @Command(name = "lists")
    static final class Lists implements Callable<Integer> {
        private final CommandContext desk;

        @Parameters(paramLabel = "COMMUNE", arity = "0..1", descriptionKey = "code")
        private String code;

        Lists(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws CommandRefusal {
            if (code != null && code.length() == 2) {
                // A province: its former districts, by their codes, and what they are today.
                Unit province = UnitCodes.province(code);
                Units.formerDistricts(code).forEach((district, set) -> desk.say("cli.unitlist.district", province.code() + "/" + district, set.name(),
                        String.join(", ", set.communes().stream().flatMap(scope -> Units.find(scope).stream()).map(u -> u.named(desk.texts())).toList())));
                return Exit.DONE;
            }
            List<Unit> called = code == null ? List.of() : Units.versions().stream().flatMap(v -> Units.unit(v, code).stream()).toList();
            if (code != null && called.isEmpty()) {
                throw CommandRefusal.because("cli.unitlist.no_code", code);
            }
            for (String version : Units.versions()) {
                if (code == null) {
                    UnitList list = Units.list(version).orElseThrow();
                    desk.say("cli.unitlist.one", version, list.provinces().size(), list.communes().size());
                }
            }
            for (Unit unit : called) {
                List<Unit> heirs = Units.heirs(unit);
                String named = unit.named(desk.texts());
                if (heirs.isEmpty()) {
                    desk.say("cli.unitlist.stands", unit.list(), named);
                } else {
                    desk.say(heirs.size() == 1 ? "cli.unitlist.heir" : "cli.unitlist.heirs", unit.list(), named,
                            String.join(", ", heirs.stream().map(h -> h.named(desk.texts()) + " (" + h.code() + ")").toList()));
                }
            }
            return Exit.DONE;
        }
    }

    /** Takes the next list in from a file. */
    @Command(name = "import")
    static final class Import implements Callable<Integer> {
        private final CommandContext desk;

        @Parameters(paramLabel = "FILE", descriptionKey = "file")
        private Path file;

        @Option(names = "--look")
        private boolean look;

        Import(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal {
            switch (new UnitListFolder(desk.options().home()).take(file, look)) {
                case Result.Good(UnitList list) -> desk.say(look ? "cli.unitlist.looked" : "cli.unitlist.taken", list.version(), list.provinces().size(), list.communes().size());
                case Result.Flawed(List<Flaw> flaws) -> throw CommandRefusal.because(Stream.concat(flaws.stream().limit(MOST_TOLD)
                        .map(f -> Sentence.of("unitlist." + f.what(), f.line(), f.word())),
                        flaws.size() > MOST_TOLD ? Stream.of(Sentence.of("cli.unitlist.more", flaws.size() - MOST_TOLD)) : Stream.empty()).toList());
            }
            return Exit.DONE;
        }
    }
}

package vn.banso.cli.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.banso.carrier.ChosenFile;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.register.units.Units;
import vn.banso.register.values.ScopeId;

/** What a parcel contains, without a key. */
@Command(name = "show")
public final class ShowCommand implements Callable<Integer> {
    /** Longer files are not read into memory; a parcel of a whole province is far shorter. */
    private static final long LONGEST = 1L << 30;

    private final CommandContext desk;

    @Parameters(paramLabel = "FILE", descriptionKey = "parcel")
    private Path file;

    @Option(names = "--json")
    private boolean json;

    public ShowCommand(CommandContext desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException, MalformedException, CommandRefusal {
        Parcel.Contents contents = Parcel.read(ChosenFile.read(file, LONGEST));
        List<ShownFrame> frames = contents.frames().stream().map(ShownFrame::of).toList();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("frames", frames.stream().map(ShownFrame::json).toList());
            answer.put("complete", contents.complete());
            answer.put("damaged", contents.damaged());
            answer.put("missing", contents.missing());
            desk.json(answer);
        } else {
            frames.forEach(this::say);
            desk.say(contents.complete() ? "cli.show.complete" : "cli.show.incomplete", frames.size(), contents.missing());
        }
        return contents.complete() && frames.stream().noneMatch(ShownFrame::bad) ? Exit.DONE : Exit.REFUSED;
    }

    private void say(ShownFrame frame) {
        Stream<String> told = Stream.concat(Stream.of(desk.texts().get("cli.signature." + frame.signature())),
                frame.facts().entrySet().stream().map(f -> desk.texts().get("cli.fact." + f.getKey().code(), told(f.getKey(), f.getValue()))));
        desk.say("cli.show.frame", desk.texts().get("cli.frame." + frame.type().code()), frame.bytes(), told.collect(Collectors.joining(", ")));
    }

    /** Places by their names, as far as the lists of units know them. */
    private Object told(ShownFrame.Fact fact, Object value) {
        return fact == ShownFrame.Fact.SCOPE || fact == ShownFrame.Fact.GOVERNANCE
                ? Units.find(ScopeId.parse(value.toString())).map(unit -> unit.named(desk.texts())).orElseGet(value::toString) : value;
    }
}

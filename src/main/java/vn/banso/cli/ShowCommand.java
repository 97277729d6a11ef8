package vn.banso.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.banso.cli.frame.Desk;
import vn.banso.cli.frame.Exit;

/** What a parcel contains, without a key. */
@Command(name = "show")
final class ShowCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "FILE", descriptionKey = "parcel")
    private Path file;

    @Option(names = "--json")
    private boolean json;

    ShowCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        desk.line(String.valueOf(Files.readAllBytes(file).length));
        return Exit.DONE;
    }
}

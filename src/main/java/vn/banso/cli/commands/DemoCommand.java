package vn.banso.cli.commands;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.Story;

/** Tells the whole story on sample data. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
    private final CommandContext desk;
    private final Story story;

    @Option(names = "--dir", paramLabel = "DIR")
    private Path dir;

    @Option(names = "--open")
    private boolean open;

    public DemoCommand(CommandContext desk, Story story) {
        this.desk = desk;
        this.story = story;
    }

    @Override
    public Integer call() throws Exception {
        return story.tell(desk, Optional.ofNullable(dir), open);
    }
}

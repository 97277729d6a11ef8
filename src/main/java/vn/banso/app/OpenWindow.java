package vn.banso.app;

import java.nio.file.Path;
import java.util.Optional;
import vn.banso.app.trial.SampleTrial;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.Windows;
import vn.banso.desktop.Desktop;
import vn.banso.desktop.NoDisplayException;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.settings.SettingsFile;
import vn.banso.register.values.Lang;

/** The windows as a person opens them. */
final class OpenWindow implements Windows {
    private final Path samples;

    /** @param samples the folder with the sample communes */
    OpenWindow(Path samples) {
        this.samples = samples;
    }

    @Override
    public int open(CommandContext desk, Optional<Lang> told, Optional<Path> dir) throws NoDisplayException {
        Settings last = new SettingsFile(desk.options().home()).read();
        Desktop.run(desk.options(), told.map(last::withLang).orElse(last), new SampleTrial(samples, desk.options()), dir, new char[0]);
        return Exit.DONE;
    }
}

package vn.banso.app;

import java.nio.file.Path;
import java.util.Optional;
import vn.banso.cli.Windows;
import vn.banso.cli.frame.Desk;
import vn.banso.cli.frame.Exit;
import vn.banso.desktop.Desktop;
import vn.banso.desktop.NoDisplayException;
import vn.banso.desktop.kit.Settings;

/** The windows as a person opens them. */
final class OpenWindow implements Windows {
    @Override
    public int open(Desk desk, Optional<Path> dir) throws NoDisplayException {
        Desktop.run(desk.options(), Settings.USUAL, dir.orElseThrow(), new char[0]);
        return Exit.DONE;
    }
}

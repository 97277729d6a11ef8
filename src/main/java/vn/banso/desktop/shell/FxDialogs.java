package vn.banso.desktop.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import vn.banso.desktop.failure.Sentence;
import vn.banso.desktop.kit.Dialogs;
import vn.banso.desktop.kit.Ui;
import vn.banso.store.DataFolder;

/** Questions in a small window of ours, files in the system's own. */
public final class FxDialogs implements Dialogs {
    private static final double WIDTH = 460;

    private final Stage owner;
    private final Supplier<Ui> ui;

    /** @param ui in the language of the moment */
    public FxDialogs(Stage owner, Supplier<Ui> ui) {
        this.owner = owner;
        this.ui = ui;
    }

    @Override
    public boolean confirm(Sentence question, String yes) {
        return show(question, yes, Optional.empty()).isPresent();
    }

    @Override
    public Optional<String> ask(Sentence question, String yes) {
        TextField words = new TextField();
        return show(question, yes, Optional.of(words)).map(_ -> words.getText().strip());
    }

    private Optional<ButtonType> show(Sentence question, String yes, Optional<TextField> words) {
        Ui now = ui.get();
        Label asked = now.text(question.in(now.texts()));
        asked.setPrefWidth(WIDTH);
        VBox content = now.column(asked);
        words.ifPresent(content.getChildren()::add);
        ButtonType doIt = new ButtonType(now.say(yes), ButtonBar.ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(now.say("shell.brand"));
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().setAll(doIt,
                new ButtonType(now.say("shell.dialog.not_now"), ButtonBar.ButtonData.CANCEL_CLOSE));
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().setStyle(owner.getScene().getRoot().getStyle());
        words.ifPresent(field -> dialog.setOnShown(_ -> field.requestFocus()));
        return dialog.showAndWait().filter(doIt::equals);
    }

    @Override
    public Optional<Path> openFile(String titleKey) {
        return path(chooser(titleKey).showOpenDialog(owner));
    }

    @Override
    public Optional<Path> saveFile(String titleKey, String suggestedName) {
        FileChooser chooser = chooser(titleKey);
        chooser.setInitialFileName(suggestedName);
        DataFolder.personal().flatMap(FxDialogs::papers).ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        return path(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> folder(String titleKey) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(ui.get().say(titleKey));
        return path(chooser.showDialog(owner));
    }

    /** Where the person keeps papers: never the folder the program was started from. Empty where there is no home to be found. */
    static Optional<Path> papers(Path home) {
        return Stream.of(home.resolve("Documents"), home).filter(Files::isDirectory).findFirst();
    }

    private FileChooser chooser(String titleKey) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(ui.get().say(titleKey));
        return chooser;
    }

    private static Optional<Path> path(File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}

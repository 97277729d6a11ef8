package vn.banso.desktop.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Scene;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import vn.banso.desktop.kit.Dialogs;
import vn.banso.desktop.kit.Ui;
import vn.banso.say.Sentence;
import vn.banso.store.files.DataFolder;

/** Questions in a small window of ours, files in the system's own. */
public final class FxDialogs implements Dialogs {
    private final Stage owner;
    private final Supplier<Ui> ui;
    /** The folder that was chosen last, or that of the file. */
    private Optional<Path> last = Optional.empty();

    /** @param ui in the language of the moment */
    public FxDialogs(Stage owner, Supplier<Ui> ui) {
        this.owner = owner;
        this.ui = ui;
    }

    @Override
    public boolean confirm(Sentence question, String yes) {
        return show(question, yes, false).isPresent();
    }

    @Override
    public Optional<String> ask(Sentence question, String yes) {
        return show(question, yes, true);
    }

    private Optional<String> show(Sentence question, String yes, boolean words) {
        Ui now = ui.get();
        Stage stage = new Stage(StageStyle.UNDECORATED);
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(now.say("shell.brand"));
        AtomicReference<Optional<String>> answer = new AtomicReference<>(Optional.empty());
        QuestionCard card = new QuestionCard(now, question.in(now.texts()), yes, words, said -> {
            answer.set(said);
            stage.close();
        });
        card.setStyle(owner.getScene().getRoot().getStyle());
        Scene scene = new Scene(card);
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        stage.setScene(scene);
        card.applyCss();
        double width = Math.ceil(card.prefWidth(-1));
        StageBounds.centre(stage, owner, (int) width, (int) Math.ceil(card.prefHeight(width)));
        card.begin();
        stage.showAndWait();
        return answer.get();
    }

    @Override
    public Optional<Path> openFile(String titleKey) {
        return chosen(chooser(titleKey).showOpenDialog(owner));
    }

    @Override
    public List<Path> openFiles(String titleKey) {
        List<File> files = chooser(titleKey).showOpenMultipleDialog(owner);
        return files == null ? List.of() : files.stream().flatMap(file -> chosen(file).stream()).toList();
    }

    @Override
    public Optional<Path> saveFile(String titleKey, String suggestedName) {
        FileChooser chooser = chooser(titleKey);
        chooser.setInitialFileName(suggestedName);
        return chosen(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> folder(String titleKey) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(ui.get().say(titleKey));
        begin(chooser.initialDirectoryProperty());
        return chosen(chooser.showDialog(owner));
    }

    /** Where the person keeps papers: never the folder the program was started from. Empty where there is no home to be found. */
    static Optional<Path> papers(Path home) {
        return Stream.of(home.resolve("Documents"), home).filter(Files::isDirectory).findFirst();
    }

    private FileChooser chooser(String titleKey) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(ui.get().say(titleKey));
        begin(chooser.initialDirectoryProperty());
        return chooser;
    }

    /** Where one was last, else where the person keeps papers: never among files that were merely used of late. */
    private void begin(ObjectProperty<File> at) {
        last.filter(Files::isDirectory).or(() -> DataFolder.personal().flatMap(FxDialogs::papers)).map(Path::toFile).ifPresent(at::set);
    }

    private Optional<Path> chosen(File file) {
        Optional<Path> path = Optional.ofNullable(file).map(File::toPath);
        path.map(p -> Files.isDirectory(p) ? p : p.toAbsolutePath().getParent()).ifPresent(folder -> last = Optional.of(folder));
        return path;
    }
}

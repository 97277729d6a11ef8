package vn.banso.desktop.kit;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import vn.banso.office.Papers;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.files.StoreException;
import vn.banso.store.personal.Disclosure;

/** Puts something on paper: asks where to, words it in the language of the window, and leaves the drawing to the office. */
public final class PaperFile {
    private static final String FONTS = "/vn/banso/desktop/fonts/IBMPlexSans-";

    private PaperFile() {}

    /** What the office is to draw; away from the screen. */
    public interface Drawing {
        void on(Papers papers, Path file) throws IOException;
    }

    /** @param title text key of the question where to */
    public static void save(OpenRegister workplace, String title, String fileName, Drawing drawing) {
        Texts texts = Texts.of(workplace.settings().get().lang());
        workplace.dialogs().saveFile(title, fileName).ifPresent(file -> workplace.background().aside(() -> {
            drawing.on(papers(texts), file);
            return file;
        }, written -> workplace.tell(Notice.done("kit.printed", String.valueOf(written.getFileName()))), workplace::tell));
    }

    /** The same with people's names on it: that it was taken, and who stands on it, is noted before it is written. @param people who stand on it by name */
    public static void save(OpenRegister workplace, String title, String fileName, ScopeId commune, Disclosure.ListKind list, Collection<EntryId> people, Drawing drawing) {
        save(workplace, title, fileName, (papers, file) -> {
            if (!people.isEmpty() && !Disclosure.log(workplace.node(), commune, list, people).isSaved()) {
                throw new StoreException(StoreException.Reason.READ_ONLY, "the list could not be noted");
            }
            drawing.on(papers, file);
        });
    }

    /** The office's papers, set in the program's letters. */
    public static Papers papers(Texts texts) throws IOException {
        return new Papers(font("Regular"), font("Bold"), texts);
    }

    private static byte[] font(String weight) throws IOException {
        String name = FONTS + weight + ".ttf";
        try (InputStream in = PaperFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return in.readAllBytes();
        }
    }
}

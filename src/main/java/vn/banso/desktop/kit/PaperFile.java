package vn.banso.desktop.kit;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import vn.banso.office.Papers;
import vn.banso.register.catalogue.Texts;

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
            drawing.on(new Papers(font("Regular"), font("Bold"), texts), file);
            return file;
        }, written -> workplace.tell(Notice.done("kit.printed", String.valueOf(written.getFileName()))), workplace::tell));
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

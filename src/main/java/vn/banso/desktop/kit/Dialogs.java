package vn.banso.desktop.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.banso.say.Sentence;

/** Questions that interrupt, and the system's file windows. A question is asked only where undo cannot help. */
public interface Dialogs {

    /**
     * @param question what will happen, and what stays safe
     * @param yes text key of the act itself, such as "Erase for ever"
     */
    boolean confirm(Sentence question, String yes);

    /** One line in the person's words, such as a reason; empty where they think better of it. */
    Optional<String> ask(Sentence question, String yes);

    Optional<Path> openFile(String titleKey);

    /** Any number of them; none where they think better of it. */
    List<Path> openFiles(String titleKey);

    Optional<Path> saveFile(String titleKey, String suggestedName);

    Optional<Path> folder(String titleKey);
}

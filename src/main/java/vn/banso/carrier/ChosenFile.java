package vn.banso.carrier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file that somebody chose: whatever is wrong with it is told with its name, and nothing longer than expected is read. */
public final class ChosenFile {
    private ChosenFile() {}

    /**
     * @param longest in bytes
     * @throws FileSystemException with the name, and with the reason as the system would say it: a folder, no file, too long
     */
    public static byte[] read(Path file, long longest) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "Is a directory");
        }
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (Files.size(file) > longest) {
            throw new FileSystemException(file.toString(), null, "File too large");
        }
        try {
            return Files.readAllBytes(file);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw named(file, e);
        }
    }

    /**
     * The same of a text in UTF-8. Some editors begin one with an invisible mark, which is no part of it.
     *
     * @throws CharacterCodingException where it is in no such text
     */
    public static String text(Path file, long longest) throws IOException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read(file, longest))).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static FileSystemException named(Path file, IOException e) {
        FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
        named.initCause(e);
        return named;
    }
}

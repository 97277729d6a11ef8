package vn.banso.carrier;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;

/**
 * Where things lie on a stick: {@code BANSO/IN} for parcels that go to a desk, {@code BANSO/OUT} for its answers. File names are
 * 8.3, ASCII, upper case, and come from hashes, never from people: five signs for a device and three for the content or
 * for the device that answers, e.g. {@code K7M2Q9XA.BSO}. Names only help to find; what a file is, its first bytes say, because
 * messengers rename files and FAT forgets the case.
 */
public final class FolderLayout {
    static final String ROOT = "BANSO";
    public static final String IN = "IN";
    public static final String OUT = "OUT";
    static final String PARCEL = ".BSO";
    public static final String UNFINISHED = ".TMP";

    /** Without I, L, O and U, which people mistake for others. */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int DEVICE_SIGNS = 5;
    private static final int OTHER_SIGNS = 3;
    /** How many names there are for one parcel; a device id has no more signs. */
    public static final int ATTEMPTS = 8;
    /** More files than this are not a stick that was handed over. */
    private static final int MOST_FILES = 10_000;

    private FolderLayout() {}

    /** The first signs of every name of this device. */
    static String prefix(DeviceId device) {
        return signs(device.bytes(), 0, DEVICE_SIGNS);
    }

    /** The name of a parcel of this device with this content; {@code attempt} counts up where a name is taken by another file. */
    static String parcelName(DeviceId author, Hash content, int attempt) {
        return prefix(author) + signs(content.bytes(), attempt * OTHER_SIGNS, OTHER_SIGNS) + PARCEL;
    }

    /** The name of the answer of one device to another. */
    public static String answerName(DeviceId to, DeviceId from, int attempt) {
        return prefix(to) + signs(from.bytes(), attempt * OTHER_SIGNS, OTHER_SIGNS) + PARCEL;
    }

    public static String unfinished(String name) {
        return name.substring(0, name.length() - PARCEL.length()) + UNFINISHED;
    }

    /** Whether a crash of this author may have left the file. */
    static boolean isUnfinishedParcel(Path file, DeviceId author) {
        return isUnfinished(file) && upper(file).startsWith(prefix(author));
    }

    /** Whether a crash of the device that answers may have left the file. */
    public static boolean isUnfinishedAnswer(Path file, DeviceId from) {
        return isUnfinished(file) && upper(file).startsWith(signs(from.bytes(), 0, OTHER_SIGNS), DEVICE_SIGNS);
    }

    private static boolean isUnfinished(Path file) {
        String name = upper(file);
        return name.length() == DEVICE_SIGNS + OTHER_SIGNS + UNFINISHED.length() && name.endsWith(UNFINISHED);
    }

    public static String upper(Path file) {
        return file.getFileName().toString().toUpperCase(Locale.ROOT);
    }

    private static String signs(byte[] bytes, int from, int count) {
        StringBuilder signs = new StringBuilder(count);
        for (int i = from; i < from + count; i++) {
            int value = 0;
            for (int bit = 5 * i; bit < 5 * i + 5; bit++) {
                value = value << 1 | bytes[bit / 8] >> 7 - bit % 8 & 1;
            }
            signs.append(SIGNS.charAt(value));
        }
        return signs.toString();
    }

    /** A folder below another, in whichever case it is written there; empty where there is none. */
    static Optional<Path> child(Path folder, String name) throws IOException {
        Path exact = folder.resolve(name);
        if (Files.isDirectory(exact)) {
            return Optional.of(exact);
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (upper(entry).equals(name) && Files.isDirectory(entry)) {
                    return Optional.of(entry);
                }
            }
        }
        return Optional.empty();
    }

    static Path childCreated(Path folder, String name) throws IOException {
        Optional<Path> there = child(folder, name);
        return there.isPresent() ? there.get() : Files.createDirectory(folder.resolve(name));
    }

    /** The folder a person means who opened the stick's BANSO/IN or BANSO/OUT and chose that. */
    public static Path meant(Path chosen) {
        Path folder = chosen.toAbsolutePath().normalize();
        boolean inside = isNamed(folder, IN) || isNamed(folder, OUT);
        return inside && isNamed(folder.getParent(), ROOT) ? folder.getParent() : folder;
    }

    /** BANSO/IN or BANSO/OUT below a folder, which may also be BANSO itself. */
    public static Optional<Path> find(Path folder, String which) throws IOException {
        Optional<Path> home = home(folder);
        return home.isPresent() ? child(home.get(), which) : Optional.empty();
    }

    public static Path create(Path folder, String which) throws IOException {
        Optional<Path> home = home(folder);
        return childCreated(home.isPresent() ? home.get() : childCreated(folder, ROOT), which);
    }

    private static Optional<Path> home(Path folder) throws IOException {
        Optional<Path> below = child(folder, ROOT);
        // A stick may itself be called BANSO: only what it holds shows which of the two it is.
        boolean itself = below.isEmpty() && isNamed(folder, ROOT)
                && (child(folder, IN).isPresent() || child(folder, OUT).isPresent());
        return itself ? Optional.of(folder) : below;
    }

    /** The oldest first, as far as clocks say it: a later parcel of a device goes on where an earlier one ends. Nothing depends on it. */
    public static List<Path> byAge(List<Path> files) throws IOException {
        Map<Path, FileTime> written = new HashMap<>();
        for (Path file : files) {
            written.put(file, Files.getLastModifiedTime(file));
        }
        return files.stream().sorted(Comparator.comparing(written::get)).toList();
    }

    private static boolean isNamed(Path folder, String name) {
        return folder != null && folder.getFileName() != null && upper(folder).equals(name);
    }

    /** The plain files of a folder in the order of their names; no links, pipes or folders. */
    public static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (files.size() < MOST_FILES && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        files.sort((a, b) -> upper(a).compareTo(upper(b)));
        return files;
    }
}

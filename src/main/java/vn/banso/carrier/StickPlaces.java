package vn.banso.carrier;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the system shows what was plugged in, later ones last. A disk that is built in is no stick, wherever it is shown. */
public final class StickPlaces {
    /** Folders that stand for sticks, apart by the system's path separator: for machines that show them elsewhere, and for tests. */
    static final String PROPERTY = "banso.sticks";

    private static final Path MOUNTS = Path.of("/proc/mounts");
    private static final Path BLOCK = Path.of("/sys/class/block");
    /** Where desktops mount what was plugged in, and where people do it by hand. */
    private static final List<String> BY_DESKTOP = List.of("/media/", "/run/media/");
    private static final String BY_HAND = "/mnt/";
    private static final Set<String> DISCS = Set.of("iso9660", "udf");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([0-7]{3})");

    private StickPlaces() {}

    static List<Path> ofThisMachine() {
        String told = System.getProperty(PROPERTY);
        if (told != null) {
            return Arrays.stream(told.split(Pattern.quote(File.pathSeparator))).filter(s -> !s.isBlank()).map(Path::of)
                    .filter(Files::isDirectory).toList();
        }
        return Files.isReadable(MOUNTS) ? mounted(MOUNTS, BLOCK) : drives();
    }

    /**
     * @param mounts as the kernel tells them, one a line: device, place, kind, …
     * @param block where the kernel tells of its disks
     */
    static List<Path> mounted(Path mounts, Path block) {
        List<Path> places = new ArrayList<>();
        try {
            for (String line : new String(Files.readAllBytes(mounts), StandardCharsets.UTF_8).split("\n")) {
                String[] words = line.split(" ");
                if (words.length > 2 && !DISCS.contains(words[2])) {
                    String place = plain(words[1]);
                    if (isStick(words[0], place, block)) {
                        places.add(Path.of(place));
                    }
                }
            }
        } catch (IOException | InvalidPathException e) {
            // A system that does not tell shows no sticks; people choose the folder themselves.
            return List.of();
        }
        return places;
    }

    private static boolean isStick(String device, String place, Path block) throws IOException {
        boolean byDesktop = BY_DESKTOP.stream().anyMatch(place::startsWith);
        if (!byDesktop && !place.startsWith(BY_HAND)) {
            return false;
        }
        Path disk = block.resolve(device.substring(device.lastIndexOf('/') + 1));
        return device.startsWith("/dev/") && Files.exists(disk) ? comesOff(disk.toRealPath()) : byDesktop;
    }

    /** A stick, a card or a disk on a cable: it hangs on USB, or it, or the disk whose part it is, says so. */
    private static boolean comesOff(Path disk) throws IOException {
        boolean comesOff = disk.toString().contains("/usb");
        for (Path at : List.of(disk, disk.resolveSibling("."))) {
            Path says = at.resolve("removable");
            comesOff |= Files.isReadable(says) && Files.readString(says).strip().equals("1");
        }
        return comesOff;
    }

    /** The kernel writes spaces and the like as three octal digits, of UTF-8 otherwise nothing. */
    private static String plain(String place) {
        return ESCAPED.matcher(place).replaceAll(m -> Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(m.group(1), 8))));
    }

    /** Windows: the roots that say they can be taken out. */
    private static List<Path> drives() {
        List<Path> places = new ArrayList<>();
        for (Path root : FileSystems.getDefault().getRootDirectories()) {
            try {
                FileStore store = Files.getFileStore(root);
                if (is(store, "volume:isRemovable") && !is(store, "volume:isCdrom")) {
                    places.add(root);
                }
            } catch (IOException e) {
                // A drive without a medium.
                continue;
            }
        }
        return places;
    }

    private static boolean is(FileStore store, String attribute) throws IOException {
        try {
            return Boolean.TRUE.equals(store.getAttribute(attribute));
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    /** How people call it: the label, else the last part of the place, else the place. */
    public static String name(Path place) {
        Optional<Path> last = Optional.ofNullable(place.getFileName());
        if (last.isPresent()) {
            return last.get().toString();
        }
        String letter = place.toString().replace(File.separator, "");
        try {
            String label = Files.getFileStore(place).name();
            return label.isBlank() ? letter : label + " (" + letter + ")";
        } catch (IOException e) {
            return letter;
        }
    }

    /** @return bytes; 0 where the system does not tell */
    static long free(Path place) {
        try {
            return Files.getFileStore(place).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }
}

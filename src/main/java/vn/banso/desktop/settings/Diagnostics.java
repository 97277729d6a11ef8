package vn.banso.desktop.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.banso.desktop.kit.Settings;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.store.Node;
import vn.banso.store.files.DataFolder;
import vn.banso.store.files.DurableFile;
import vn.banso.store.lists.Attention;
import vn.banso.store.upkeep.Inventory;
import vn.banso.trust.governance.GrantedDevice;

/**
 * What to send to whoever helps from afar: versions, numbers, settings and the last lines of the log, in plain text that people can read
 * before they send it. No names, no values, no places: not the holder, not the commune, not where on the disk the store lies.
 */
public final class Diagnostics {
    private static final int LOG_LINES = 200;
    private static final List<String> SYSTEM = List.of("java.runtime.version", "java.vm.name", "os.name", "os.version", "os.arch",
            "file.encoding", "user.language");

    private final String version;
    private final Path log;

    /**
     * @param version of the program
     * @param log its log file; there may be none
     */
    public Diagnostics(String version, Path log) {
        this.version = version;
        this.log = log;
    }

    /** Writes the file, over an earlier one. For the background: it reads the store. */
    public void write(Path file, Node node, Settings settings, Instant now) throws IOException {
        DurableFile.write(file, text(node, settings, now).getBytes(StandardCharsets.UTF_8));
    }

    String text(Node node, Settings settings, Instant now) throws IOException {
        List<String> lines = new ArrayList<>(List.of("Bản Số " + version, "Không có tên, số điện thoại hay nội dung của ai trong tệp này.",
                "No names, telephone numbers or contents are in this file.", "", "time: " + now));
        SYSTEM.forEach(key -> lines.add(key + ": " + System.getProperty(key, "")));
        Runtime machine = Runtime.getRuntime();
        lines.add("processors: " + machine.availableProcessors());
        lines.add("memory: " + machine.totalMemory() + " of " + machine.maxMemory());
        settings(lines, settings);
        store(lines, node);
        log(lines);
        return String.join("\n", lines) + "\n";
    }

    private static void settings(List<String> lines, Settings settings) {
        lines.add("");
        lines.add("language: " + settings.lang().code());
        lines.add("theme: " + settings.theme());
        lines.add("text size: " + settings.textSize());
        lines.add("idle minutes: " + settings.idleMinutes());
        lines.add("receiver chosen: " + !settings.receiver().isEmpty());
    }

    private static void store(List<String> lines, Node node) {
        Inventory inventory = node.upkeep().inventory();
        lines.add("");
        lines.add("device: " + shortened(node.id()));
        lines.add("role: " + node.grants().devices().stream().filter(d -> d.id().equals(node.id())).map(GrantedDevice::role).findFirst()
                .map(Enum::name).orElse("none"));
        lines.add("joined: " + node.province().isPresent());
        lines.add("communes: " + Math.max(0, node.ledger().scopes().size() - (node.province().isPresent() ? 1 : 0)));
        lines.add("SQLite: " + inventory.engine());
        lines.add("schema: " + Catalogue.SCHEMA);
        lines.add("bytes: " + inventory.bytes());
        lines.add("batches: " + inventory.batches());
        inventory.entries().forEach((type, count) -> lines.add("entries " + Catalogue.type(type).map(EntryType::key)
                .orElse("of type " + type) + ": " + count));
        node.ledger().states().forEach((state, count) -> lines.add("records " + state + ": " + count));
        Map<String, Long> waiting = new TreeMap<>();
        for (Attention each : node.attention()) {
            waiting.merge("attention " + each.kind() + each.reason().map(r -> " " + r).orElse(""), each.count(), Long::sum);
        }
        waiting.forEach((what, count) -> lines.add(what + ": " + count));
    }

    private static String shortened(DeviceId id) {
        return id.toString().substring(0, 8);
    }

    private void log(List<String> lines) throws IOException {
        lines.add("");
        lines.add("log:");
        if (Files.isRegularFile(log)) {
            String home = DataFolder.personal().map(Path::toString).orElse("~");
            String account = "(?<=[/\\\\])" + Pattern.quote(System.getProperty("user.name")) + "\\b";
            List<String> all;
            try (Stream<String> read = Files.lines(log)) {
                all = read.toList();
            }
            // The log has no names of people; the name of the account may stand in a path.
            all.subList(Math.max(0, all.size() - LOG_LINES), all.size())
                    .forEach(line -> lines.add(line.replace(home, "~").replaceAll(account, "~")));
        }
    }
}

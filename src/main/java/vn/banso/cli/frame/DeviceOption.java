package vn.banso.cli.frame;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.store.Node;
import vn.banso.trust.governance.GrantedDevice;

/** An officer's node, and the device that is meant, by the beginning of its id, and why. */
public final class DeviceOption {
    private static final int SHORTEST_DEVICE = 8;

    @Mixin
    private NodeOption node;

    @Parameters(paramLabel = "DEVICE", descriptionKey = "device")
    private String device;

    @Option(names = "--reason", paramLabel = "WHY", defaultValue = "")
    private String reason;

    public Node open(CommandContext desk) throws IOException, CommandRefusal {
        return node.open(desk);
    }

    public String reason() {
        return reason;
    }

    /** The one device that is granted anything and whose id begins so. */
    public DeviceId meant(Node officer) throws CommandRefusal {
        return meant(officer, device);
    }

    public static DeviceId meant(Node node, String device) throws CommandRefusal {
        if (!device.matches("[0-9a-f]{" + SHORTEST_DEVICE + ",64}")) {
            throw CommandRefusal.wrongUse("cli.node.device", SHORTEST_DEVICE);
        }
        List<DeviceId> meant = node.grants().devices().stream().map(GrantedDevice::id)
                .filter(id -> id.toString().startsWith(device)).toList();
        if (meant.size() != 1) {
            throw CommandRefusal.because(meant.isEmpty() ? "cli.node.device_unknown" : "cli.node.device_several", device);
        }
        return meant.getFirst();
    }
}

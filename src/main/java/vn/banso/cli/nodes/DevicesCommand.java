package vn.banso.cli.nodes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.NodeOption;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.store.Node;
import vn.banso.store.register.DeviceWork;
import vn.banso.trust.governance.GrantedDevice;

/** Who works in the communes with which machine, and what came of it. */
@Command(name = "devices")
public final class DevicesCommand implements Callable<Integer> {
    private final CommandContext desk;

    @Mixin
    private NodeOption node;

    @Option(names = "--json")
    private boolean json;

    public DevicesCommand(CommandContext desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException, CommandRefusal {
        try (Node open = node.open(desk)) {
            Map<DeviceId, DeviceWork> work = DeviceWork.of(open);
            List<Map<String, Object>> answer = new ArrayList<>();
            for (GrantedDevice device : open.grants().devices()) {
                DeviceWork done = work.getOrDefault(device.id(), DeviceWork.NOTHING);
                if (json) {
                    answer.add(json(device, done));
                } else {
                    desk.say("cli.devices.line", device.id().toString().substring(0, 8), device.holder(),
                            desk.texts().get("code.role." + device.role().name().toLowerCase(Locale.ROOT)), device.fingerprint(), done.counted(), done.province());
                    if (device.revoked()) {
                        desk.say("cli.devices.revoked");
                    }
                    if (done.waiting() + done.aside() > 0) {
                        desk.say("cli.devices.held", done.waiting(), done.aside());
                    }
                }
            }
            if (json) {
                desk.json(Map.of("devices", answer));
            }
            return Exit.DONE;
        }
    }

    private static Map<String, Object> json(GrantedDevice device, DeviceWork done) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("device", device.id().toString());
        one.put("holder", device.holder());
        one.put("role", device.role().name().toLowerCase(Locale.ROOT));
        one.put("communes", device.communes().stream().flatMap(c -> Units.find(c).stream()).map(Unit::code).collect(Collectors.toList()));
        one.put("code", device.fingerprint());
        one.put("revoked", device.revoked());
        one.put("counted", done.counted());
        one.put("province", done.province());
        one.put("waiting", done.waiting());
        one.put("aside", done.aside());
        one.put("newest", done.newest().map(Object::toString).orElse(null));
        return one;
    }
}

package vn.banso.desktop.devices;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.register.values.ScopeId;

/**
 * What the page shows.
 *
 * @param lines all devices of the communes, who may do most first; empty until they were read
 * @param selected the one that is looked at
 * @param asking who asks to be let in, and was read
 * @param communes what is to be granted to whoever asks
 * @param lost the laptop that is being dealt with
 * @param busy whether something is under way
 */
record DeviceScene(Optional<List<DeviceLine>> lines, Optional<DeviceId> selected, Optional<Asking> asking, Set<ScopeId> communes, Optional<LostDevice> lost,
                   boolean busy) {
    static final DeviceScene EMPTY = new DeviceScene(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), false);

    Optional<DeviceLine> line() {
        return lines.flatMap(all -> all.stream().filter(l -> selected.filter(l.device().id()::equals).isPresent()).findFirst());
    }

    DeviceScene with(List<DeviceLine> read) {
        Optional<DeviceId> still = selected.filter(id -> read.stream().anyMatch(l -> l.device().id().equals(id)));
        return new DeviceScene(Optional.of(read), still.or(() -> read.stream().findFirst().map(l -> l.device().id())), asking, communes, lost, busy);
    }

    DeviceScene select(DeviceId id) {
        return new DeviceScene(lines, Optional.of(id), Optional.empty(), Set.of(), Optional.empty(), busy);
    }

    DeviceScene asks(Optional<Asking> who, Set<ScopeId> where) {
        return new DeviceScene(lines, selected, who, where, Optional.empty(), busy);
    }

    DeviceScene grants(Set<ScopeId> where) {
        return new DeviceScene(lines, selected, asking, where, lost, busy);
    }

    DeviceScene loses(Optional<LostDevice> device) {
        return new DeviceScene(lines, selected, Optional.empty(), Set.of(), device, busy);
    }

    DeviceScene busy(boolean now) {
        return new DeviceScene(lines, selected, asking, communes, lost, now);
    }
}

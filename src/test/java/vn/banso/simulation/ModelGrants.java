package vn.banso.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.Permits;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/**
 * Who may write, from the governance entries. In layers, so that no two devices can judge each other: the root may everything; an
 * officer is made and unmade by the root alone; officers grant to and revoke volunteers and trainers, each in entries of
 * their own (the upper half of an entry's id says whose).
 */
record ModelGrants(Map<Integer, Right> rights, Map<Integer, Map<String, LastGood>> revoked) implements Permits {
    static final ModelGrants NOBODY = new ModelGrants(Map.of(), Map.of());
    static final long ROOT_LINE = 1;
    static final long OFFICER_LINE = 100;

    static final int DEVICE_KEY = 16;
    static final int ROLE = 19;
    static final int COMMUNES = 20;
    static final int LAST_GOOD = 17;

    record Right(int role, Set<ScopeId> communes) {}

    record LastGood(int number, Hash hash) {
        static final LastGood NOTHING = new LastGood(0, Hash.NONE);
    }

    /** @param shown the governance entries that are not deleted */
    static ModelGrants of(Collection<Entry> shown) {
        Map<Integer, Right> rights = new HashMap<>();
        shown.stream().filter(e -> e.type() == Catalogue.GRANT.id() && e.id().hi() == ROOT_LINE).forEach(e -> add(rights, e, 9));
        Set<Integer> officers = new HashSet<>();
        rights.forEach((device, right) -> {
            if (right.role() >= Cast.ROLE_COMMUNE) {
                officers.add(device);
            }
        });
        shown.stream().filter(e -> e.type() == Catalogue.GRANT.id() && e.id().hi() != ROOT_LINE)
                .forEach(e -> add(rights, e, Cast.ROLE_TRAINER));
        Map<Integer, List<Entry>> revocations = new HashMap<>();
        shown.stream().filter(e -> e.type() == Catalogue.REVOCATION.id() && e.fields().containsKey(DEVICE_KEY))
                .filter(e -> e.id().hi() == ROOT_LINE || !officers.contains(device(e)))
                .forEach(e -> revocations.computeIfAbsent(device(e), _ -> new ArrayList<>()).add(e));
        Map<Integer, Map<String, LastGood>> revoked = new HashMap<>();
        revocations.forEach((device, all) -> revoked.put(device, strictest(all)));
        return new ModelGrants(rights, revoked);
    }

    private static void add(Map<Integer, Right> rights, Entry e, int highest) {
        if (e.fields().get(ROLE) instanceof Value.Code role && e.fields().get(COMMUNES) instanceof Value.Items items
                && e.fields().containsKey(DEVICE_KEY) && role.number() <= highest) {
            Set<ScopeId> communes = new HashSet<>();
            items.items().forEach(i -> communes.add(ScopeId.parse(i)));
            rights.merge(device(e), new Right(role.number(), communes), (x, y) -> {
                Set<ScopeId> both = new HashSet<>(x.communes());
                both.addAll(y.communes());
                return new Right(Math.max(x.role(), y.role()), both);
            });
        }
    }

    private static int device(Entry e) {
        return Cast.device(((Value.Bytes) e.fields().get(DEVICE_KEY)).bytes());
    }

    private static Map<String, LastGood> strictest(List<Entry> revocations) {
        Map<String, LastGood> good = lastGood(revocations.getFirst());
        for (Entry e : revocations.subList(1, revocations.size())) {
            Map<String, LastGood> other = lastGood(e);
            good.keySet().retainAll(other.keySet());
            good.replaceAll((feed, g) -> earlier(g, other.get(feed)));
        }
        return good;
    }

    private static LastGood earlier(LastGood a, LastGood b) {
        return a.number() != b.number() ? a.number() < b.number() ? a : b : a.hash().compareTo(b.hash()) < 0 ? a : b;
    }

    private static Map<String, LastGood> lastGood(Entry revocation) {
        Map<String, LastGood> good = new HashMap<>();
        if (revocation.fields().get(LAST_GOOD) instanceof Value.Items items) {
            for (String item : items.items()) {
                String[] part = item.split(":");
                LastGood last = new LastGood(Integer.parseInt(part[2]), new Hash(HexFormat.of().parseHex(part[3])));
                good.merge(part[0] + ":" + part[1], last, ModelGrants::earlier);
            }
        }
        return good;
    }

    static String feed(long incarnation, ScopeId scope) {
        return Long.toHexString(incarnation) + ":" + scope;
    }

    /** The devices whose answers differ. */
    Set<Integer> differing(ModelGrants other) {
        Set<Integer> devices = new HashSet<>();
        IntStream.range(0, Cast.MOST).filter(d -> !Objects.equals(rights.get(d), other.rights.get(d))
                || !Objects.equals(revoked.get(d), other.revoked.get(d))).forEach(devices::add);
        return devices;
    }

    int role(int device) {
        return device == Cast.PROVINCE ? 5 : rights.containsKey(device) ? rights.get(device).role() : 0;
    }

    @Override
    public Ruling batch(BatchHeader header) {
        int device = Cast.device(header.authorKey());
        if (device == Cast.PROVINCE) {
            return Ruling.ALLOWED;
        }
        Right right = rights.get(device);
        if (right == null) {
            return Ruling.NOT_YET;
        }
        if (header.scope().equals(Cast.GOVERNANCE) ? right.role() < Cast.ROLE_COMMUNE : !right.communes().contains(header.scope())) {
            return new Ruling.Refused(Reason.OUT_OF_SCOPE);
        }
        Map<String, LastGood> good = revoked.get(device);
        return good == null ? Ruling.ALLOWED
                : new Ruling.UpTo(Set.of(good.getOrDefault(feed(header.incarnation(), header.scope()), LastGood.NOTHING).hash()));
    }

    @Override
    public Optional<Reason> change(BatchHeader header, Change change) {
        int device = Cast.device(header.authorKey());
        if (device == Cast.PROVINCE || header.scope().equals(Cast.GOVERNANCE) && change.entry().hi() == OFFICER_LINE + device) {
            return Optional.empty();
        }
        int needed = header.scope().equals(Cast.GOVERNANCE) ? 9 : change.kind() == Kind.ERASE.number() ? Cast.ROLE_COMMUNE
                : change.type() == Catalogue.ATTENDANCE.id() ? Cast.ROLE_TRAINER : Cast.ROLE_VOLUNTEER;
        return role(device) >= needed ? Optional.empty() : Optional.of(Reason.NOT_PERMITTED);
    }
}

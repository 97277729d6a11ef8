package vn.banso.app.story;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.register.values.ScopeId;
import vn.banso.store.node.Province;
import vn.banso.sync.Admission;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.governance.Role;

/**
 * Who takes part: the province of Thái Nguyên, the office of Sảng Mộc, two volunteers of Sảng Mộc, and a trainer of both communes,
 * whose laptop believes that it is 2099.
 */
record Cast(Actor province, Actor office, Actor mai, Actor hoa, Actor trainer) implements AutoCloseable {
    static final ScopeId SANG_MOC = Units.current().commune("05719").orElseThrow().scope();
    static final ScopeId LA_BANG = Units.current().commune("05818").orElseThrow().scope();
    private static final Instant YEAR_2099 = Instant.parse("2099-01-01T00:00:00Z");

    /** Sets the machines up and lets them in, by request and welcome files. */
    static Cast gather(Path dir, Clock clock, char[] passphrase) throws MalformedException, Admission.NotEntitledException {
        Clock wrong = Clock.offset(clock, Duration.between(clock.instant(), YEAR_2099));
        Cast cast = new Cast(
                Actor.on(dir, "province", "Sở Khoa học và Công nghệ", Role.PROVINCE, clock, passphrase),
                Actor.on(dir, "office", "Nông Thị Hạnh", Role.COMMUNE, clock, passphrase),
                Actor.on(dir, "mai", "Lò Thị Mai", Role.VOLUNTEER, clock, passphrase),
                Actor.on(dir, "hoa", "Triệu Thị Hoa", Role.VOLUNTEER, clock, passphrase),
                Actor.on(dir, "trainer", "Hoàng Văn Sơn", Role.TRAINER, wrong, passphrase));
        DeviceKeys root = DeviceKeys.generate();
        Unit here = Units.current().province("19").orElseThrow();
        Admission.found(cast.province.node(), root, new Province(root.signingKey(), here.scope(), here.list(), "19", ""),
                here.name(), cast.province.holder());
        cast.admit(cast.province, cast.office, Set.of(SANG_MOC));
        cast.admit(cast.office, cast.mai, Set.of(SANG_MOC));
        cast.admit(cast.office, cast.hoa, Set.of(SANG_MOC));
        cast.admit(cast.province, cast.trainer, Set.of(SANG_MOC, LA_BANG));
        return cast;
    }

    private void admit(Actor officer, Actor newcomer, Set<ScopeId> communes)
            throws MalformedException, Admission.NotEntitledException {
        byte[] request = Admission.request(newcomer.node(), newcomer.holder(), newcomer.role());
        Admission.join(newcomer.node(), Admission.approve(officer.node(), Admission.readRequest(request), communes));
    }

    List<Actor> all() {
        return List.of(province, office, mai, hoa, trainer);
    }

    @Override
    public void close() {
        all().forEach(actor -> actor.node().close());
    }
}

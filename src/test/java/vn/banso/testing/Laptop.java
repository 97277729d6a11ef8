package vn.banso.testing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.sample.Commune;
import vn.banso.register.sample.Generator;
import vn.banso.register.sample.Region;
import vn.banso.store.Node;
import vn.banso.sync.Admission;
import vn.banso.trust.governance.Role;

/** A laptop of Sảng Mộc as journeys find it: let in by its commune's office, which has filled it with an invented commune. */
public record Laptop(Neighbourhood around, Node office, Node node) implements AutoCloseable {
    public static final String NAME = "laptop";
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T01:30:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    /** @param households invented, the same for the same number; none for an empty register */
    public static Laptop of(Path folder, Role role, int households) {
        try {
            Neighbourhood around = new Neighbourhood(folder, "19", CLOCK);
            Node office = around.laptop("office", around.province(), Role.COMMUNE, Neighbourhood.SANG_MOC);
            Node node = around.laptop(NAME, role.isOfficer() ? around.province() : office, role, Neighbourhood.SANG_MOC);
            if (households > 0) {
                Commune commune = new Commune("2025-07-01", "05719", Region.MOUNTAIN, households, LocalDate.now(CLOCK), 7);
                Generator.acts(commune).forEach(office::save);
                node.ledger().take(office.ledger().seal());
                office.ledger().receipt(Neighbourhood.SANG_MOC).ifPresent(r -> node.ledger().accept(r));
            }
            return new Laptop(around, office, node);
        } catch (MalformedException | Admission.NotEntitledException e) {
            throw new AssertionError(e);
        }
    }

    /** Shut and opened again, as after a night or a pulled plug. */
    public Laptop reopened() {
        around.shut(NAME);
        return new Laptop(around, office, around.open(NAME));
    }

    @Override
    public void close() {
        around.close();
    }
}

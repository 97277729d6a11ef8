package vn.banso.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.ConsentPurpose;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.personal.DataRequest.Kind;
import vn.banso.store.personal.DataRequests;
import vn.banso.store.personal.Disclosure;

/** Requests about personal data at an office, to be drawn: one overdue, two to come, one erasure of which some machines have not said that it is done. */
final class RequestSamples {
    private static final List<String> NAMES = List.of("Lường Thị Sao", "Nguyễn Thị Phương Thảo Nguyên", "Vàng A Tủa", "Quàng Văn Ún");

    private RequestSamples() {}

    static void put(Neighbourhood people, Node office) {
        LocalDate today = LocalDate.now(Laptop.CLOCK);
        DataRequests requests = new DataRequests(office);
        EntryId home = people.record(office, 1).getFirst();
        List<EntryId> ids = new ArrayList<>();
        for (String name : NAMES) {
            ids.add(office.freshId());
            office.save(List.of(Draft.of(Catalogue.PERSON, Neighbourhood.SANG_MOC, ids.getLast()).with("household", new Value.Ref(home))
                    .with("name", new Value.Text(name)).with("born", new Value.Day(1971 + ids.size(), 0, 0)).with("phone", new Value.Text("091234567" + ids.size()))));
        }
        ask(office, requests, ids.get(0), Kind.WITHDRAWAL, today.minusDays(16));
        ask(office, requests, ids.get(1), Kind.ACCESS, today);
        ask(office, requests, ids.get(2), Kind.CORRECTION, today.minusDays(4));
        office.save(List.of(Draft.of(Catalogue.PERSON, Neighbourhood.SANG_MOC, ids.get(2)).with("phone", new Value.Text("0987654321"))));
        EntryId erasure = ask(office, requests, ids.get(3), Kind.ERASURE, today.minusDays(2));
        requests.erase(requests.find(Neighbourhood.SANG_MOC, erasure).orElseThrow(), today);
        Disclosure.log(office, Neighbourhood.SANG_MOC, Disclosure.ListKind.SIGN_IN, ids);
    }

    private static EntryId ask(Node office, DataRequests requests, EntryId person, Kind kind, LocalDate on) {
        EntryId id = office.freshId();
        requests.ask(Neighbourhood.SANG_MOC, id, person, kind, Set.of(ConsentPurpose.CONTACT, ConsentPurpose.COUNTING), on);
        return id;
    }
}

package vn.banso.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.body.BodyWriter;
import vn.banso.ledger.change.Change;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.sample.Region;

/**
 * Made {@code body-1.dict}, the preset dictionary of body version 1, and would make that of a version 2: bodies of invented
 * people, not yet compressed, the commonest sort last, where deflate reaches it most cheaply. The dictionary of a version is never made again:
 * whoever reads that version needs these very bytes.
 */
final class DictionaryMaker {
    private DictionaryMaker() {}

    public static void main(String[] args) throws IOException {
        DeviceId author = DeviceId.ofKey(new byte[32]);
        ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
        for (Region region : List.of(Region.URBAN, Region.MOUNTAIN)) {
            SampleChanges commune = new SampleChanges(20_261_120 + region.ordinal(), region, 40, author);
            List<Change> all = commune.all();
            List<Change> visits = commune.households().stream().limit(10).flatMap(List::stream).toList();
            List<Change> evening = all.stream().filter(c -> c.type() > Catalogue.TEAM_MEMBER.id()).limit(40).toList();
            dictionary.writeBytes(body(all.stream().filter(c -> c.type() > Catalogue.PERSON.id()
                    && c.type() <= Catalogue.TEAM_MEMBER.id()).limit(8).toList()));
            dictionary.writeBytes(body(evening));
            dictionary.writeBytes(body(commune.edits(visits.subList(0, 8))));
            dictionary.writeBytes(body(commune.edits(visits.subList(0, 1))));
            dictionary.writeBytes(body(commune.edits(visits.subList(1, 2))));
            dictionary.writeBytes(body(commune.households().getFirst()));
            dictionary.writeBytes(body(visits));
        }
        Files.write(Path.of(args[0]), dictionary.toByteArray());
    }

    private static byte[] body(List<Change> changes) {
        List<Change> sorted = new ArrayList<>(changes);
        sorted.sort(Comparator.comparing(Change::stamp));
        return BodyWriter.write(sorted).cbor();
    }
}

package vn.banso.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.banso.register.Catalogue;

/**
 * Made {@code body-1.dict}, the preset dictionary of body version 1, and would make that of a version 2: bodies of invented
 * people, not yet compressed, the commonest sort last, where deflate reaches it most cheaply. The dictionary of a version is never made again:
 * whoever reads that version needs these very bytes.
 */
final class DictionaryMaker {
    private DictionaryMaker() {}

    public static void main(String[] args) throws IOException {
        DeviceId author = DeviceId.ofKey(new byte[32]);
        InventedVillage village = new InventedVillage(-1, author);
        List<Change> visited = village.households(12);
        List<Change> people = visited.stream().filter(c -> c.type() == Catalogue.PERSON.id()).toList();
        List<Change> homes = visited.stream().filter(c -> c.type() == Catalogue.HOUSEHOLD.id()).toList();
        ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
        dictionary.writeBytes(body(village.village()));
        dictionary.writeBytes(body(village.lesson(people)));
        dictionary.writeBytes(body(village.edits(people.subList(0, 6))));
        dictionary.writeBytes(body(village.edits(homes.subList(0, 1))));
        dictionary.writeBytes(body(village.edits(people.subList(0, 1))));
        dictionary.writeBytes(body(village.households(1)));
        dictionary.writeBytes(body(visited));
        Files.write(Path.of(args[0]), dictionary.toByteArray());
    }

    private static byte[] body(List<Change> changes) {
        List<Change> sorted = new ArrayList<>(changes);
        sorted.sort(Comparator.comparing(Change::stamp));
        return BodyWriter.write(sorted).cbor();
    }
}

package vn.banso.office;

import java.util.List;

/**
 * What infrastructure is missing in the villages of a commune, for operators and the commune to close.
 *
 * @param parts one for each thing that is missing somewhere
 * @param notes sentences below: what is missing nowhere, what nobody was asked about
 */
public record GapList(PaperHead head, List<Part> parts, List<String> notes) {
    public GapList {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }

    /**
     * One thing that is missing.
     *
     * @param name with how many villages and how many were asked
     */
    public record Part(String name, List<Line> villages) {
        public Part {
            villages = List.copyOf(villages);
        }
    }

    /** @param said what the sheet of the village says, where that is more than "no"; each part empty where nothing is known */
    public record Line(String village, String said, String households, String distance) {}
}

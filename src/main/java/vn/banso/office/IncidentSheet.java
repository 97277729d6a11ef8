package vn.banso.office;

import java.util.List;

/**
 * What is to be reported of a lost machine that held people's data.
 *
 * @param parts each with its heading, in the order in which they are read
 */
public record IncidentSheet(PaperHead head, List<Part> parts) {
    public IncidentSheet {
        parts = List.copyOf(parts);
    }

    public record Part(String name, List<String> sentences) {
        public Part {
            sentences = List.copyOf(sentences);
        }
    }
}

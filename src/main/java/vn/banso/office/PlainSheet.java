package vn.banso.office;

import java.util.List;

/**
 * A paper of headings and sentences: what is to be reported of a lost machine, whom to call.
 *
 * @param title in capitals, as it is read first
 * @param parts each with its heading, in the order in which they are read
 */
public record PlainSheet(String title, PaperHead head, List<Part> parts) {
    public PlainSheet {
        parts = List.copyOf(parts);
    }

    public record Part(String name, List<String> sentences) {
        public Part {
            sentences = List.copyOf(sentences);
        }
    }
}

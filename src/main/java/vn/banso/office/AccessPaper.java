package vn.banso.office;

import java.util.List;

/**
 * Everything held on a person, to be handed to them.
 *
 * @param parts each with its heading: what is written, who wrote it, who was given it
 */
public record AccessPaper(PaperHead head, List<IncidentSheet.Part> parts) {
    public AccessPaper {
        parts = List.copyOf(parts);
    }
}

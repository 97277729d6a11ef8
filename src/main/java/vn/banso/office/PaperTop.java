package vn.banso.office;

import java.util.Locale;
import org.openpdf.text.Document;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import vn.banso.register.catalogue.Texts;

/** National heading, title and facts, and the signatures at the end: as papers of a commune look, after Decree 30/2020/NĐ-CP. */
final class PaperTop {
    private static final String DOTS = ".".repeat(60);
    private static final float RULE = .6f;
    private static final float SIGNATURE = 62;
    /** So many letters stand beside another fact; more take the whole width. */
    private static final int HALF_LINE = 46;

    private final PaperFonts letters;
    private final Texts texts;

    PaperTop(PaperFonts letters, Texts texts) {
        this.letters = letters;
        this.texts = texts;
    }

    void put(Document paper, PaperHead head, String title) {
        paper.add(national(head));
        paper.add(letters.title(title));
        paper.add(letters.centred(letters.strong(head.name(), PaperFonts.SIZE + 1)));
        letters.space(paper, 8);
        paper.add(facts(head));
        letters.space(paper, 8);
    }

    private PdfPTable national(PaperHead head) {
        PdfPTable two = PaperFonts.table(47, 53);
        two.addCell(middle(letters.text(upper(texts.get("office.committee", head.commune())), PaperFonts.SIZE)));
        two.addCell(middle(letters.strong(texts.get("office.nation"), PaperFonts.SIZE)));
        two.addCell(middle(letters.strong(head.body(), PaperFonts.SIZE)));
        two.addCell(middle(letters.strong(texts.get("office.motto"), PaperFonts.SIZE)));
        two.addCell(ruled(36));
        two.addCell(ruled(62));
        return two;
    }

    /** The short line below the names. @param percent of the column */
    private PdfPCell ruled(float percent) {
        PdfPTable line = PaperFonts.table(100 - percent, 2 * percent, 100 - percent);
        for (int i = 0; i < 3; i++) {
            PdfPCell cell = letters.gap(4);
            if (i == 1) {
                cell.setBorder(PdfPCell.BOTTOM);
                cell.setBorderWidth(RULE);
            }
            line.addCell(cell);
        }
        PdfPCell holder = new PdfPCell(line);
        holder.setBorder(PdfPCell.NO_BORDER);
        return holder;
    }

    private static PdfPCell middle(Phrase phrase) {
        return PaperFonts.centre(PaperFonts.open(phrase));
    }

    private String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private PdfPTable facts(PaperHead head) {
        PdfPTable table = PaperFonts.table(1, 1);
        int column = 0;
        for (PaperHead.Fact fact : head.facts()) {
            boolean whole = fact.label().length() + fact.value().length() > HALF_LINE;
            if (whole && column % 2 == 1) {
                table.addCell(letters.gap(1));
                column++;
            }
            Phrase line = letters.text(texts.get("office.fact", fact.label()) + " ", PaperFonts.SIZE);
            line.add(fact.value().isEmpty() ? letters.text(dots(fact.label()), PaperFonts.SIZE)
                    : letters.strong(fact.value(), PaperFonts.SIZE));
            PdfPCell cell = PaperFonts.open(line);
            cell.setColspan(whole ? 2 : 1);
            table.addCell(cell);
            column += whole ? 2 : 1;
        }
        if (column % 2 == 1) {
            table.addCell(letters.gap(1));
        }
        return table;
    }

    /** As many as still fit beside the label. */
    private static String dots(String label) {
        return DOTS.substring(Math.min(DOTS.length() - 12, label.length() * 2));
    }

    /** Who made the list, and who confirms it; never parted by the end of a page. */
    PdfPTable signatures(PaperHead head) {
        PdfPTable two = PaperFonts.table(1, 1);
        two.setKeepTogether(true);
        two.setSpacingBefore(10);
        two.addCell(letters.gap(1));
        two.addCell(middle(letters.text(texts.get("office.date_line"), PaperFonts.SIZE)));
        two.addCell(middle(letters.strong(texts.get("office.made_by"), PaperFonts.SIZE)));
        two.addCell(middle(letters.strong(upper(texts.get("office.confirmed_by", head.commune())), PaperFonts.SIZE)));
        two.addCell(middle(letters.text(texts.get("office.sign_here"), PaperFonts.SMALL)));
        two.addCell(middle(letters.text(texts.get("office.seal_here"), PaperFonts.SMALL)));
        for (int i = 0; i < 2; i++) {
            two.addCell(letters.gap(SIGNATURE));
        }
        return two;
    }
}

package vn.banso.office;

import java.io.IOException;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** The letters of one paper and the small pieces set in them. The fonts are embedded, so every printer has all the marks. */
final class PaperFonts {
    static final float SIZE = 11;
    static final float SMALL = 9;
    private static final float TITLE = 15;
    private static final float LEADING = 1.4f;
    private static final float PADDING = 4;
    private static final float HAIRLINE = .4f;

    private final BaseFont regular;
    private final BaseFont bold;

    /** @param regular and {@code bold}: TrueType files */
    PaperFonts(byte[] regular, byte[] bold) throws IOException {
        this.regular = embedded("regular.ttf", regular);
        this.bold = embedded("bold.ttf", bold);
    }

    private static BaseFont embedded(String name, byte[] ttf) throws IOException {
        return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, ttf, null);
    }

    BaseFont plain() {
        return regular;
    }

    Phrase text(String text, float size) {
        return new Phrase(size * LEADING, text, new Font(regular, size));
    }

    Phrase strong(String text, float size) {
        return new Phrase(size * LEADING, text, new Font(bold, size));
    }

    Paragraph title(String text) {
        Paragraph title = new Paragraph(strong(text, TITLE));
        title.setLeading(TITLE * LEADING);
        title.setAlignment(Element.ALIGN_CENTER);
        title.setSpacingBefore(14);
        return title;
    }

    Paragraph centred(Phrase phrase) {
        Paragraph line = new Paragraph(phrase);
        line.setAlignment(Element.ALIGN_CENTER);
        return line;
    }

    PdfPCell head(String text) {
        PdfPCell cell = framed(strong(text, SMALL + .5f));
        cell.setHorizontalAlignment(Element.ALIGN_CENTER);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        cell.setGrayFill(.93f);
        return cell;
    }

    PdfPCell framed(Phrase phrase) {
        PdfPCell cell = led(phrase);
        cell.setBorderWidth(HAIRLINE);
        cell.setPadding(PADDING);
        cell.setPaddingTop(1);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        return cell;
    }

    static PdfPCell centre(PdfPCell cell) {
        cell.setHorizontalAlignment(Element.ALIGN_CENTER);
        return cell;
    }

    static PdfPCell open(Phrase phrase) {
        PdfPCell cell = led(phrase);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(1);
        return cell;
    }

    /** Nothing, as wide as its column. */
    PdfPCell gap(float height) {
        PdfPCell cell = open(text("", SMALL));
        cell.setFixedHeight(height);
        return cell;
    }

    /** A cell forgets the leading of its phrase; without it the marks of Ẫ touch the line above. */
    private static PdfPCell led(Phrase phrase) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setLeading(phrase.getLeading(), 0);
        return cell;
    }

    /** A table over the whole width. @param shares of the columns */
    static PdfPTable table(float... shares) {
        PdfPTable table = new PdfPTable(shares.length);
        table.setWidths(shares);
        table.setWidthPercentage(100);
        return table;
    }

    void space(Document paper, float points) {
        Paragraph gap = new Paragraph(text(" ", points));
        gap.setLeading(points);
        paper.add(gap);
    }
}

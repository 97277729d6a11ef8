package vn.banso.office;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;
import vn.banso.register.catalogue.Texts;

/** At the foot of every page: which list it is and which page of how many, so that sheets can be put together again. */
final class PageFoot extends PdfPageEventHelper {
    private static final float BELOW = 16;
    private static final float TOTAL_WIDTH = 30;

    private final BaseFont font;
    private final Texts texts;
    private final String name;
    private PdfTemplate total;

    PageFoot(BaseFont font, Texts texts, String name) {
        this.font = font;
        this.texts = texts;
        this.name = name;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(TOTAL_WIDTH, PaperFonts.SMALL * 2);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte page = writer.getDirectContent();
        float y = document.bottom() - BELOW;
        String number = texts.get("office.page", String.valueOf(writer.getPageNumber())) + " ";
        float right = document.right() - font.getWidthPoint("000", PaperFonts.SMALL);
        page.beginText();
        page.setFontAndSize(font, PaperFonts.SMALL);
        page.showTextAligned(Element.ALIGN_LEFT, shortened(right - document.left() - 80), document.left(), y, 0);
        page.showTextAligned(Element.ALIGN_RIGHT, number, right, y, 0);
        page.endText();
        page.addTemplate(total, right, y);
    }

    private String shortened(float width) {
        String text = name;
        while (font.getWidthPoint(text, PaperFonts.SMALL) > width) {
            text = text.substring(0, text.length() - 2).stripTrailing() + "…";
        }
        return text;
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        total.beginText();
        total.setFontAndSize(font, PaperFonts.SMALL);
        total.setTextMatrix(0, 0);
        // The writer stands on the page after the last one.
        total.showText(String.valueOf(writer.getPageNumber() - 1));
        total.endText();
    }
}

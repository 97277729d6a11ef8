package vn.banso.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import vn.banso.register.catalogue.Texts;
import vn.banso.store.files.DurableFile;

/** Draws the papers of a class as PDF, A4, in one language. */
public final class Papers {
    private static final float ROW = 22;
    private static final float SIDE = 48;
    private static final float BINDING = 62;
    private static final float TOP = 44;
    private static final String DOTS = "............";

    private final byte[] regular;
    private final byte[] bold;
    private final Texts texts;

    /**
     * @param regular TrueType file with all Vietnamese letters
     * @param bold the same, heavier
     */
    public Papers(byte[] regular, byte[] bold, Texts texts) {
        this.regular = regular.clone();
        this.bold = bold.clone();
        this.texts = texts;
    }

    /** @throws IOException where the file cannot be written; then there is the old file or none, never half of one */
    public void write(SignInSheet sheet, Path file) throws IOException {
        PaperFonts letters = new PaperFonts(regular, bold);
        PaperTop top = new PaperTop(letters, texts);
        draw(letters, PageSize.A4, sheet.head(), file, paper -> {
            top.put(paper, sheet.head(), texts.get("office.sign_in_title"));
            paper.add(rows(letters, sheet));
            paper.add(new Paragraph(letters.text(cameLine(sheet), PaperFonts.SIZE)));
            paper.add(top.signatures(sheet.head()));
        });
    }

    /** @throws IOException as for the sign-in sheet */
    public void write(ResultList list, Path file) throws IOException {
        PaperFonts letters = new PaperFonts(regular, bold);
        PaperTop top = new PaperTop(letters, texts);
        draw(letters, PageSize.A4.rotate(), list.head(), file, paper -> {
            top.put(paper, list.head(), texts.get("office.results_title"));
            paper.add(rows(letters, list));
            letters.space(paper, 4);
            for (String count : list.counts()) {
                paper.add(new Paragraph(letters.text(count, PaperFonts.SIZE)));
            }
            paper.add(top.signatures(list.head()));
        });
    }

    /** @throws IOException as for the sign-in sheet */
    public void write(GapList list, Path file) throws IOException {
        PaperFonts letters = new PaperFonts(regular, bold);
        PaperTop top = new PaperTop(letters, texts);
        draw(letters, PageSize.A4, list.head(), file, paper -> {
            top.put(paper, list.head(), texts.get("office.gaps_title"));
            for (GapList.Part part : list.parts()) {
                paper.add(new Paragraph(letters.strong(part.name(), PaperFonts.SIZE)));
                letters.space(paper, 3);
                paper.add(rows(letters, part));
            }
            for (String note : list.notes()) {
                paper.add(new Paragraph(letters.text(note, PaperFonts.SIZE)));
            }
            paper.add(top.signatures(list.head()));
        });
    }

    /** @throws IOException as for the sign-in sheet */
    public void write(PlainSheet sheet, Path file) throws IOException {
        PaperFonts letters = new PaperFonts(regular, bold);
        PaperTop top = new PaperTop(letters, texts);
        draw(letters, PageSize.A4, sheet.head(), file, paper -> {
            top.put(paper, sheet.head(), sheet.title());
            for (PlainSheet.Part part : sheet.parts()) {
                paper.add(new Paragraph(letters.strong(part.name(), PaperFonts.SIZE)));
                part.sentences().forEach(said -> paper.add(new Paragraph(letters.text(said, PaperFonts.SIZE))));
                letters.space(paper, 6);
            }
            paper.add(top.signatures(sheet.head()));
        });
    }

    private PdfPTable rows(PaperFonts letters, GapList.Part part) {
        PdfPTable table = PaperFonts.table(6, 40, 22, 16, 16);
        heads(letters, table, List.of("office.col.number", "office.col.hamlet", "office.col.said", "office.col.households", "office.col.distance"));
        int number = 0;
        for (GapList.Line line : part.villages()) {
            row(letters, table, String.valueOf(++number), line.village(), line.said(), line.households(), line.distance());
        }
        return table;
    }

    private void draw(PaperFonts letters, Rectangle size, PaperHead head, Path file, Consumer<Document> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Document paper = new Document(size, BINDING, SIDE, TOP, TOP)) {
            PdfWriter writer = PdfWriter.getInstance(paper, bytes);
            writer.setPageEvent(new PageFoot(letters.plain(), texts, head.name()));
            paper.addTitle(head.name());
            paper.addCreator(texts.get("office.creator"));
            paper.open();
            content.accept(paper);
        }
        DurableFile.write(file, bytes.toByteArray());
    }

    private String cameLine(SignInSheet sheet) {
        return sheet.totals().map(t -> texts.get("office.came_line", t.came(), t.women(), t.elderly()))
                .orElseGet(() -> texts.get("office.came_line", DOTS, DOTS, DOTS));
    }

    private PdfPTable rows(PaperFonts letters, SignInSheet sheet) {
        PdfPTable table = sheet.isMarked() ? PaperFonts.table(6, 33, 11, 19, 13, 18) : PaperFonts.table(6, 38, 12, 23, 21);
        List<String> heads = new ArrayList<>(List.of("office.col.number", "office.col.name", "office.col.born", "office.col.hamlet",
                "office.col.presence", "office.col.signature"));
        if (!sheet.isMarked()) {
            heads.remove("office.col.presence");
        }
        heads(letters, table, heads);
        List<SignInSheet.Learner> all = new ArrayList<>(sheet.people());
        all.addAll(Collections.nCopies(sheet.emptyRows(), new SignInSheet.Learner("", "", "", "")));
        for (int i = 0; i < all.size(); i++) {
            SignInSheet.Learner one = all.get(i);
            String number = String.valueOf(i + 1);
            if (sheet.isMarked()) {
                row(letters, table, number, one.name(), one.born(), one.hamlet(), one.presence(), "");
            } else {
                row(letters, table, number, one.name(), one.born(), one.hamlet(), "");
            }
        }
        return table;
    }

    private PdfPTable rows(PaperFonts letters, ResultList list) {
        PdfPTable table = PaperFonts.table(4.5f, 23, 9.5f, 15, 8, 9, 15, 9, 11, 9);
        heads(letters, table, List.of("office.col.number", "office.col.name", "office.col.born", "office.col.hamlet",
                "office.col.attended", "office.col.practised", "office.col.score", "office.col.result", "office.col.level",
                "office.col.commended"));
        int number = 0;
        for (ResultList.Line line : list.learners()) {
            row(letters, table, String.valueOf(++number), line.name(), line.born(), line.hamlet(), line.attended(),
                    line.practised(), line.score(), line.result(), line.level(), line.commended());
        }
        return table;
    }

    private void heads(PaperFonts letters, PdfPTable table, List<String> keys) {
        keys.forEach(key -> table.addCell(letters.head(texts.get(key))));
        table.setHeaderRows(1);
        table.setSplitLate(true);
        table.setSpacingAfter(6);
    }

    /** Number, name, year, hamlet and the rest; names and hamlets stand left, short things in the middle. */
    private static void row(PaperFonts letters, PdfPTable table, String... parts) {
        for (int i = 0; i < parts.length; i++) {
            PdfPCell cell = letters.framed(letters.text(parts[i], PaperFonts.SIZE - .5f));
            cell.setMinimumHeight(ROW);
            table.addCell(i == 1 || i == 3 ? cell : PaperFonts.centre(cell));
        }
    }
}

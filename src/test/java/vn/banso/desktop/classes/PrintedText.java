package vn.banso.desktop.classes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** A printed list, as somebody reads it. */
final class PrintedText {
    private PrintedText() {}

    static String of(Path file) throws IOException {
        PdfReader reader = new PdfReader(Files.readAllBytes(file));
        StringBuilder all = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            all.append(new PdfTextExtractor(reader).getTextFromPage(page)).append(' ');
        }
        reader.close();
        return Normalizer.normalize(all, Normalizer.Form.NFC).replaceAll("\\s+", " ");
    }
}

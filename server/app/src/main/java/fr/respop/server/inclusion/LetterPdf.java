package fr.respop.server.inclusion;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.ListItem;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Sets the lines of a letter as a PDF of A4 pages. */
final class LetterPdf {

    private static final float MARGIN = 64;
    private static final Font TITLE = new Font(Font.HELVETICA, 16, Font.BOLD);
    private static final Font HEADING = new Font(Font.HELVETICA, 12, Font.BOLD);
    private static final Font TEXT = new Font(Font.HELVETICA, 11);

    private LetterPdf() {}

    /** @param lines as {@link PatientLetter#text} gives them */
    static byte[] of(String title, List<String> lines) {
        var bytes = new ByteArrayOutputStream();
        var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        // For screen readers.
        PdfWriter.getInstance(document, bytes).getExtraCatalog().put(PdfName.LANG, new PdfString("fr-FR"));
        document.addTitle(title);
        document.open();
        lines.forEach(line -> document.add(element(line)));
        document.close();
        return bytes.toByteArray();
    }

    private static Element element(String line) {
        if (line.startsWith("## ")) {
            return paragraph(line.substring(3), HEADING, 14);
        }
        if (line.startsWith("# ")) {
            return paragraph(line.substring(2), TITLE, 0);
        }
        if (line.startsWith("- ")) {
            var list = new com.lowagie.text.List(com.lowagie.text.List.UNORDERED, 12);
            list.setListSymbol("•");
            list.add(new ListItem(line.substring(2), TEXT));
            return list;
        }
        return paragraph(line, TEXT, 8);
    }

    private static Paragraph paragraph(String text, Font font, float spaceBefore) {
        var paragraph = new Paragraph(text, font);
        paragraph.setSpacingBefore(spaceBefore);
        paragraph.setSpacingAfter(4);
        return paragraph;
    }
}

package org.kepu.plandoc.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Reads a Word 97–2003 document. */
final class WordBinary {
    private final HWPFDocument document;
    private final BinaryNumbering numbering = new BinaryNumbering();
    private final Budget budget;

    private WordBinary(HWPFDocument document, Budget budget) {
        this.document = document;
        this.budget = budget;
    }

    static List<Piece> read(byte[] content, Budget budget) throws Refusal {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw Refusal.unreadable("文件已加密，请去掉密码后再试");
            }
            if (!files.getRoot().hasEntryCaseInsensitive("WordDocument")) {
                throw Refusal.noPlan("文件是表格、演示文稿或其他数据，不是文档");
            }
            try (var document = new HWPFDocument(files)) {
                return new WordBinary(document, budget).pieces();
            }
        } catch (EncryptedDocumentException locked) {
            throw Refusal.unreadable("文件已加密，请去掉密码后再试");
        } catch (IOException damaged) {
            throw Refusal.unreadable("文件已损坏：Word 文档不完整，无法读取");
        }
    }

    private List<Piece> pieces() throws Refusal {
        var pieces = new ArrayList<Piece>();
        read(document.getRange(), 0, pieces);
        return pieces;
    }

    private void read(Range range, int tableLevel, List<Piece> into) throws Refusal {
        Budget.nesting(tableLevel);
        for (int i = 0; i < range.numParagraphs(); i++) {
            budget.step();
            var paragraph = range.getParagraph(i);
            if (paragraph.isInTable() && paragraph.getTableLevel() > tableLevel) {
                var table = range.getTable(paragraph);
                into.add(grid(table, tableLevel + 1));
                i += Math.max(table.numParagraphs(), 1) - 1;
            } else {
                into.add(line(paragraph));
            }
        }
    }

    private Piece.Line line(Paragraph paragraph) throws Refusal {
        var words = new StringBuilder();
        boolean hasLight = false;
        var fields = new FieldCodes();
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            var run = paragraph.getCharacterRun(i);
            var shown = fields.shown(run.text());
            if (run.isMarkedDeleted() || run.isVanished() || run.isSpecialCharacter() && !run.isSymbol()) {
                continue;
            }
            words.append(run.isSymbol() ? "•" : shown);
            hasLight |= !run.isBold() && !shown.isBlank();
        }
        budget.spend(words.length());
        var text = Characters.visible(words.toString());
        var number = numbering.next(paragraph);
        int level = paragraph.getLvl();
        return new Piece.Line(
                text.isBlank() ? "" : number + text,
                !text.isBlank() && !hasLight,
                level >= 0 && level < 9 ? level + 1 : 0);
    }

    private Piece.Grid grid(Table table, int level) throws Refusal {
        var edges = BinaryEdges.of(table);
        var rows = new ArrayList<List<Piece.Place>>();
        for (int r = 0; r < table.numRows(); r++) {
            rows.add(places(table.getRow(r), edges, level));
        }
        return new Piece.Grid(rows);
    }

    private List<Piece.Place> places(TableRow row, BinaryEdges edges, int level) throws Refusal {
        var places = new ArrayList<Piece.Place>();
        for (int c = 0; c < row.numCells(); c++) {
            budget.step();
            var cell = row.getCell(c);
            boolean continued = cell.isMerged() && !cell.isFirstMerged()
                    || cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged();
            var content = new ArrayList<Piece>();
            if (!continued) {
                read(cell, level, content);
            }
            int column = edges.columnAt(cell.getLeftEdge(), c);
            int next = Math.max(column + 1, edges.columnAt(cell.getLeftEdge() + cell.getWidth(), c + 1));
            places.add(continued ? Piece.Place.covered(column) : new Piece.Place(column, false, content));
            for (int further = column + 1; further < next; further++) {
                places.add(Piece.Place.covered(further));
            }
        }
        return places;
    }
}

package org.kepu.plandoc.source;

import java.util.TreeSet;
import org.apache.poi.hwpf.usermodel.Table;

/** The grid columns of a Word 97 table, which knows the edges of its cells only. */
final class BinaryEdges {
    /** Twentieths of a point; edges closer than this are one. */
    private static final int SAME = 60;

    private final int[] edges;

    private BinaryEdges(int[] edges) {
        this.edges = edges;
    }

    static BinaryEdges of(Table table) {
        var seen = new TreeSet<Integer>();
        for (int r = 0; r < table.numRows(); r++) {
            var row = table.getRow(r);
            for (int c = 0; c < row.numCells(); c++) {
                var cell = row.getCell(c);
                add(seen, cell.getLeftEdge());
                add(seen, cell.getLeftEdge() + cell.getWidth());
            }
        }
        return new BinaryEdges(seen.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void add(TreeSet<Integer> seen, int edge) {
        if (seen.subSet(edge - SAME, true, edge + SAME, true).isEmpty()) {
            seen.add(edge);
        }
    }

    int columnAt(int edge, int otherwise) {
        for (int i = 0; i < edges.length; i++) {
            if (Math.abs(edges[i] - edge) <= SAME) {
                return i;
            }
        }
        return otherwise;
    }
}

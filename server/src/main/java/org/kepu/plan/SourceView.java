package org.kepu.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kepu.plandoc.SourceText;
import org.kepu.plandoc.SourceText.Cell;
import org.kepu.plandoc.SourceText.Paragraph;
import org.kepu.plandoc.SourceText.Table;
import org.kepu.plandoc.Span;

/** A document cut into pieces, each knowing which nodes of the structure stand there. */
public record SourceView(List<Block> blocks) {
    public SourceView {
        blocks = List.copyOf(blocks);
    }

    /** A node of the structure and one of its places. */
    public record Mark(String node, Span at) {}

    public sealed interface Block {}

    public record Line(List<Piece> pieces, boolean strong) implements Block {}

    public record Grid(List<List<GridCell>> rows) implements Block {}

    public record GridCell(List<Piece> pieces, boolean continued) {}

    /**
     * @param nodes the nodes that stand here, space separated
     * @param first the nodes of which this is the first piece
     */
    public record Piece(String text, String nodes, List<String> first) {

        /** Whether this node stands here. */
        public boolean marks(String node) {
            return !node.isEmpty() && List.of(nodes.split(" ")).contains(node);
        }
    }

    public static SourceView of(SourceText source, List<Mark> marks) {
        var cutter = new Cutter(source, marks);
        return new SourceView(source.blocks().stream().map(cutter::block).toList());
    }

    private static final class Cutter {
        private final SourceText source;
        private final List<Mark> marks;
        private final Set<String> begun = new HashSet<>();

        Cutter(SourceText source, List<Mark> marks) {
            this.source = source;
            this.marks = marks.stream().filter(mark -> !mark.at().isEmpty()).toList();
        }

        Block block(SourceText.Block block) {
            return switch (block) {
                case Paragraph p -> new Line(pieces(p.at()), p.bold() || p.outlineLevel() > 0);
                case Table t ->
                    new Grid(t.rows().stream()
                            .map(row -> row.cells().stream().map(this::cell).toList())
                            .toList());
            };
        }

        private GridCell cell(Cell cell) {
            return new GridCell(pieces(cell.at()), cell.continued());
        }

        private List<Piece> pieces(Span whole) {
            var here = marks.stream()
                    .filter(mark -> mark.at().from() < whole.to()
                            && whole.from() < mark.at().to())
                    .toList();
            var cuts = new TreeSet<Integer>(List.of(whole.from(), whole.to()));
            for (var mark : here) {
                cuts.add(Math.max(whole.from(), mark.at().from()));
                cuts.add(Math.min(whole.to(), mark.at().to()));
            }
            var pieces = new ArrayList<Piece>();
            int from = whole.from();
            for (int to : cuts.tailSet(whole.from(), false)) {
                pieces.add(piece(new Span(from, to), here));
                from = to;
            }
            return pieces;
        }

        private Piece piece(Span at, List<Mark> here) {
            var nodes = here.stream()
                    .filter(mark -> mark.at().from() <= at.from()
                            && at.to() <= mark.at().to())
                    .map(Mark::node)
                    .distinct()
                    .toList();
            var first = nodes.stream().filter(begun::add).toList();
            return new Piece(source.of(at), String.join(" ", nodes), first);
        }
    }
}

package org.kepu.paper.pdf;

import java.util.function.BiConsumer;
import org.kepu.paper.Table;
import org.kepu.paper.setting.Block;
import org.kepu.paper.setting.Blocks;
import org.kepu.paper.setting.Face;
import org.kepu.paper.setting.Style;

/** The words of a block, with the face in which each is set. */
final class Said {

    private Said() {}

    static void in(Block block, BiConsumer<Face, String> words) {
        switch (block) {
            case Block.Mark mark -> words.accept(Style.MARK.face(), Blocks.clean(mark.words()));
            case Block.Line line -> words.accept(line.style().face(), Blocks.clean(line.words()));
            case Block.Rows rows -> in(rows.table(), words);
            case Block.Drawing drawing -> {
                var chart = drawing.chart();
                words.accept(Face.TEXT, chart.unit());
                chart.categories().forEach(category -> words.accept(Face.TEXT, category));
                chart.series().forEach(series -> words.accept(Face.TEXT, series.name()));
            }
            case Block.Code code -> {}
            case Block.Room room -> {}
            case Block.RedLine line -> {}
            case Block.NewSheet sheet -> {}
        }
    }

    private static void in(Table table, BiConsumer<Face, String> words) {
        int columns = table.columns().size();
        table.columns().forEach(column -> words.accept(Style.head(columns).face(), column.name()));
        table.rows()
                .forEach(row ->
                        row.forEach(cell -> words.accept(Style.cell(columns).face(), Blocks.clean(cell))));
    }
}

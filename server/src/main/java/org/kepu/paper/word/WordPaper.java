package org.kepu.paper.word;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kepu.paper.Chart;
import org.kepu.paper.Paper;
import org.kepu.paper.setting.Block;
import org.kepu.paper.setting.Blocks;

/** Writes a paper as Word (.docx, ISO/IEC 29500), part by part: a long appendix is never in memory as a whole. */
public final class WordPaper {

    /** Entries bear a day that says nothing, so that the same paper gives the same bytes. */
    private static final LocalDateTime NO_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    public WordPaper(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** Something that writes a part of the file. */
    @FunctionalInterface
    interface Writing {
        void to(Xml xml) throws IOException;
    }

    public void write(Paper paper) throws IOException {
        var blocks = Blocks.of(paper);
        var charts = charts(blocks);
        part("[Content_Types].xml", xml -> Frame.types(xml, charts.size()));
        part("_rels/.rels", Frame::relations);
        part("docProps/core.xml", xml -> Frame.about(xml, paper));
        part("word/_rels/document.xml.rels", xml -> Frame.documentRelations(xml, charts.size()));
        part("word/styles.xml", Styles::write);
        part("word/fontTable.xml", Styles::fonts);
        part("word/settings.xml", Frame::settings);
        part("word/footer1.xml", Frame::footer);
        part("word/document.xml", xml -> document(xml, blocks));
        for (int i = 0; i < charts.size(); i++) {
            var chart = new WordChart(charts.get(i));
            part("word/charts/chart%d.xml".formatted(i + 1), chart::write);
            int number = i + 1;
            part("word/charts/_rels/chart%d.xml.rels".formatted(number), xml -> Frame.chartRelations(xml, number));
            entry("word/embeddings/chart%d.xlsx".formatted(number));
            zip.write(chart.workbook());
            zip.closeEntry();
        }
        zip.finish();
    }

    private static List<Chart> charts(List<Block> blocks) {
        var charts = new ArrayList<Chart>();
        for (var block : blocks) {
            if (block instanceof Block.Drawing(var chart)) {
                charts.add(chart);
            }
        }
        return charts;
    }

    private static void document(Xml xml, List<Block> blocks) throws IOException {
        Frame.begin(xml, "w:document").begin("w:body");
        var body = new WordBody(xml);
        for (var block : blocks) {
            body.write(block);
        }
        body.finish();
    }

    private void part(String name, Writing writing) throws IOException {
        entry(name);
        var xml = new Xml(new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16));
        writing.to(xml);
        xml.finish();
        zip.closeEntry();
    }

    private void entry(String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_DAY);
        zip.putNextEntry(entry);
    }

    /** Twentieths of a point, in which Word measures. */
    static long twips(double points) {
        return Math.round(points * 20);
    }
}

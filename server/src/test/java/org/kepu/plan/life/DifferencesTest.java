package org.kepu.plan.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kepu.plan.life.Differences.Change;
import org.kepu.plan.life.Differences.Piece;
import org.kepu.plan.life.Differences.Row;
import org.kepu.plandoc.SourceText;
import org.kepu.plandoc.SourceText.Paragraph;
import org.kepu.plandoc.Span;

class DifferencesTest {

    @Test
    void a_reworded_paragraph_stands_beside_what_it_was_with_the_changed_words_marked() {
        var differences = between(List.of("一、总体要求", "每年举办讲座4场。", "二、重点工程"), List.of("一、总体要求", "每年举办科普讲座6场。", "二、重点工程"));
        assertThat(differences.rows())
                .extracting(Row::change)
                .containsExactly(Change.SAME, Change.REWORDED, Change.SAME);
        var row = differences.changes().getFirst();
        assertThat(row.before())
                .containsExactly(
                        new Piece("每年举办", false), new Piece("讲座", false), new Piece("4", true), new Piece("场。", false));
        assertThat(row.after())
                .containsExactly(
                        new Piece("每年举办", false),
                        new Piece("科普", true),
                        new Piece("讲座", false),
                        new Piece("6", true),
                        new Piece("场。", false));
        assertThat(row.was()).isEqualTo("每年举办讲座4场。");
        assertThat(row.is()).isEqualTo("每年举办科普讲座6场。");
    }

    @Test
    void what_was_put_in_and_what_was_taken_out_stands_on_one_side() {
        var differences = between(List.of("甲乙丙丁", "戊己庚辛"), List.of("甲乙丙丁", "子丑寅卯辰"));
        assertThat(differences.changes())
                .extracting(Row::change, Row::was, Row::is)
                .containsExactly(tuple(Change.REMOVED, "戊己庚辛", ""), tuple(Change.ADDED, "", "子丑寅卯辰"));
    }

    @Test
    void of_several_changed_paragraphs_each_finds_its_own_though_one_was_put_in_between() {
        var differences =
                between(List.of("办好科技活动周和科普日。", "建设旗科普馆一座。"), List.of("办好科技活动周和全国科普日。", "发展科技志愿服务队伍。", "建设旗科普馆两座。"));
        assertThat(differences.changes())
                .extracting(Row::change, Row::is)
                .containsExactly(
                        tuple(Change.REWORDED, "办好科技活动周和全国科普日。"),
                        tuple(Change.ADDED, "发展科技志愿服务队伍。"),
                        tuple(Change.REWORDED, "建设旗科普馆两座。"));
    }

    @Test
    void white_space_is_no_difference() {
        assertThat(between(List.of("　　一、 总体要求"), List.of("一、总体要求")).changes()).isEmpty();
    }

    @Test
    void a_document_written_anew_is_shown_without_searching_for_pairs() {
        var before = new ArrayList<String>();
        var after = new ArrayList<String>();
        for (int i = 0; i < 300; i++) {
            before.add("旧" + i);
            after.add("新" + i);
        }
        assertThat(between(before, after).changes()).hasSize(600);
    }

    private static Differences between(List<String> before, List<String> after) {
        return Differences.between(document(before), document(after));
    }

    private static SourceText document(List<String> paragraphs) {
        var blocks = new ArrayList<SourceText.Block>();
        int at = 0;
        for (var paragraph : paragraphs) {
            blocks.add(new Paragraph(new Span(at, at + paragraph.length()), false, 0));
            at += paragraph.length() + 1;
        }
        return new SourceText(paragraphs.stream().collect(Collectors.joining("\n")), blocks);
    }
}

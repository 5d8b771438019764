package org.kepu.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.plan.review.GivenPlans.BANNER_PLAN;
import static org.kepu.plan.review.GivenPlans.LEAGUE_PLAN;
import static org.kepu.plan.review.GivenPlans.REGION_PLAN;
import static org.kepu.plan.review.GivenPlans.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.plan.SourceView.Mark;
import org.kepu.plan.SourceView.Piece;
import org.kepu.plandoc.PlanReader;
import org.kepu.plandoc.Reading;
import org.kepu.plandoc.SourceText;
import org.kepu.plandoc.Span;

class SourceViewTest {

    private static final int ROUNDS = 60;

    /** Whatever marks there are, and however they lie over each other, no letter is lost, doubled or marked wrongly. */
    @ParameterizedTest
    @ValueSource(strings = {REGION_PLAN, LEAGUE_PLAN, BANNER_PLAN})
    void the_pieces_of_each_block_are_its_text_and_each_letter_knows_its_nodes(String file) {
        var source = source(file);
        for (int seed = 0; seed < ROUNDS; seed++) {
            var marks = marks(source.text().length(), new Random(seed));
            var blocks = pieces(SourceView.of(source, marks));
            var spans = spans(source);
            assertThat(blocks).as("seed " + seed).hasSameSizeAs(spans);
            var begun = new HashSet<String>();
            for (int i = 0; i < spans.size(); i++) {
                int at = spans.get(i).from();
                for (var piece : blocks.get(i)) {
                    var here = new Span(at, at + piece.text().length());
                    assertThat(piece.text()).isEqualTo(source.of(here)).isNotEmpty();
                    assertThat(Stream.of(piece.nodes().split(" ")).filter(n -> !n.isEmpty()))
                            .as("seed %d at %s", seed, here)
                            .containsExactlyInAnyOrderElementsOf(marks.stream()
                                    .filter(m -> m.at().from() <= here.from() && here.to() <= m.at().to())
                                    .map(Mark::node)
                                    .distinct()
                                    .toList());
                    assertThat(piece.first()).allMatch(begun::add);
                    at = here.to();
                }
                assertThat(at).isEqualTo(spans.get(i).to());
            }
            assertThat(begun)
                    .isEqualTo(new HashSet<>(marks.stream()
                            .filter(m -> spans.stream()
                                    .anyMatch(s -> !m.at().isEmpty()
                                            && Math.max(s.from(), m.at().from()) < Math.min(s.to(), m.at().to())))
                            .map(Mark::node)
                            .toList()));
        }
    }

    @Test
    void without_marks_each_block_is_one_piece() {
        var source = source(BANNER_PLAN);
        assertThat(pieces(SourceView.of(source, List.of())))
                .isEqualTo(spans(source).stream()
                        .map(at -> at.isEmpty() ? List.<Piece>of() : List.of(new Piece(source.of(at), "", List.of())))
                        .toList());
    }

    @Test
    void one_node_is_not_taken_for_another_whose_name_begins_alike() {
        var piece = new Piece("科普", "ACTION-1-12 ACTION-1-2", List.of());
        assertThat(Stream.of("ACTION-1-12", "ACTION-1-2", "ACTION-1-1", "ACTION-1", "2", "", "ACTION-1-12 ACTION-1-2")
                        .filter(piece::marks))
                .containsExactly("ACTION-1-12", "ACTION-1-2");
    }

    private static List<Mark> marks(int length, Random random) {
        var marks = new ArrayList<Mark>();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(length);
            int wide = random.nextInt(5) == 0 ? length - from : Math.min(length - from, 120);
            marks.add(new Mark("n" + random.nextInt(25), new Span(from, from + random.nextInt(wide + 1))));
        }
        return marks;
    }

    private static List<List<Piece>> pieces(SourceView view) {
        return view.blocks().stream()
                .flatMap(block -> switch (block) {
                    case SourceView.Line line -> Stream.of(line.pieces());
                    case SourceView.Grid grid ->
                        grid.rows().stream().flatMap(List::stream).map(SourceView.GridCell::pieces);
                })
                .toList();
    }

    private static List<Span> spans(SourceText source) {
        return source.blocks().stream()
                .flatMap(block -> switch (block) {
                    case SourceText.Paragraph p -> Stream.of(p.at());
                    case SourceText.Table t ->
                        t.rows().stream().flatMap(r -> r.cells().stream()).map(SourceText.Cell::at);
                })
                .toList();
    }

    private static SourceText source(String file) {
        return ((Reading.Parsed) new PlanReader().read(demo(file), file)).source();
    }
}

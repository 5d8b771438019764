package org.kepu.ledger.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kepu.ledger.evaluation.IndexTree.Fault;
import org.kepu.ledger.evaluation.IndexTree.Kind;
import org.kepu.ledger.evaluation.Points.Read;

/** The laws of weights and scores. */
class IndexTreeTest {

    @Test
    void the_first_level_makes_a_hundred_and_children_make_their_parents_weight() {
        assertThat(tree("1", "40", "1.1", "15", "1.2", "25", "2", "60").faults())
                .isEmpty();
        assertThat(tree("1", "40", "1.1", "15", "1.2", "24.5", "2", "50").faults())
                .containsExactly(
                        new Fault(Kind.NOT_A_HUNDRED, "", "90", "100"), new Fault(Kind.DO_NOT_ADD, "1", "39.5", "40"));
        assertThat(tree("1", "100", "1.1.1", "100").faults())
                .containsExactly(new Fault(Kind.NOTHING_ABOVE, "1.1.1", "1.1", ""));
        assertThat(tree().faults()).containsExactly(new Fault(Kind.EMPTY, "", "", ""));
    }

    @Test
    void numbers_order_as_people_count_and_only_leaves_are_scored() {
        var tree = tree("10", "10", "2", "90", "2.10", "45", "2.9", "45", "2.9.1", "45");
        assertThat(tree.indices())
                .extracting(Index::number, Index::level)
                .containsExactly(tuple("2", 1), tuple("2.9", 2), tuple("2.9.1", 3), tuple("2.10", 2), tuple("10", 1));
        assertThat(tree.leaves()).extracting(Index::number).containsExactly("2.9.1", "2.10", "10");
        assertThat(tree.after(tree.leaves().getFirst())).map(Index::number).contains("2.10");
        assertThat(tree.after(tree.leaves().getLast())).isEmpty();
    }

    @Test
    void a_mark_is_between_nought_and_the_full_one_with_one_decimal_place() {
        var full = new BigDecimal("12.5");
        assertThat(Points.read(" 12.5 ", full)).isEqualTo(new Read.Given(new Points(full)));
        assertThat(Points.read("0", full)).isEqualTo(new Read.Given(new Points(BigDecimal.ZERO)));
        assertThat(Points.read("12.6", full)).isEqualTo(new Read.Refused("evaluation.mark.beyond"));
        for (var typed : List.of("8.55", "-1", "八", "1e1", "8.", "１")) {
            assertThat(Points.read(typed, full)).as(typed).isEqualTo(new Read.Refused("evaluation.mark.no-number"));
        }
        assertThat(Points.read("", full)).isEqualTo(new Read.Refused("evaluation.mark.missing"));
        assertThatThrownBy(() -> new Points(new BigDecimal("0.05"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_does_not_apply_is_left_out_and_the_others_are_brought_to_a_hundred() {
        var tree = tree("1", "40", "2", "35", "3", "25");
        var score = Score.of(tree, marks(tree, Hand.OFFICE, "30", "30", null), 0);
        assertThat(score.total()).contains(new BigDecimal("80.0"));
        assertThat(score.written(tree.leaves().get(2))).isEmpty();
        assertThat(Score.of(tree, marks(tree, Hand.OFFICE, "30", "30", "20"), 0).total())
                .contains(new BigDecimal("80.0"));
        assertThat(Score.of(tree, marks(tree, Hand.OFFICE, "10", null, "0.1"), 0)
                        .total())
                .as("10.1 of 65, rounded half up")
                .contains(new BigDecimal("15.5"));
        assertThat(Score.of(tree, marks(tree, Hand.OFFICE, null, null, null), 0).total())
                .isEmpty();
    }

    @Test
    void experts_count_by_their_share() {
        var tree = tree("1", "50", "2", "50");
        var marks = new ArrayList<>(marks(tree, Hand.OFFICE, "40", null));
        marks.addAll(marks(tree, Hand.EXPERT, "45.5", "50"));
        marks.addAll(marks(tree, Hand.SELF, "50", "50"));
        var score = Score.of(tree, marks, 30);
        assertThat(score.byIndex().get(tree.leaves().get(0).id()))
                .as("40 × 0.7 + 45.5 × 0.3 = 41.65")
                .isEqualTo(Optional.of(new BigDecimal("41.7")));
        assertThat(score.total()).as("41.7 of 50").contains(new BigDecimal("83.4"));
        assertThat(Score.ofSelf(tree, marks).total()).contains(new BigDecimal("100.0"));
    }

    static IndexTree tree(String... numbersAndWeights) {
        var indices = new ArrayList<Index>();
        for (int i = 0; i < numbersAndWeights.length; i += 2) {
            indices.add(new Index(
                    UUID.randomUUID(),
                    numbersAndWeights[i],
                    "指标" + numbersAndWeights[i],
                    new BigDecimal(numbersAndWeights[i + 1]),
                    "",
                    1));
        }
        return new IndexTree(indices);
    }

    /** For each leaf in turn; null where it does not apply. */
    private static List<Mark> marks(IndexTree tree, Hand hand, String... points) {
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < points.length; i++) {
            var given = points[i];
            marks.add(new Mark(tree.leaves().get(i).id(), hand, given == null ? null : new BigDecimal(given), "说明", 1));
        }
        return marks;
    }
}

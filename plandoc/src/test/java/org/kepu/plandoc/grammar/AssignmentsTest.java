package org.kepu.plandoc.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentsTest {
    @Test
    void labels_tell_who_leads() {
        assertThat(read("牵头部门：市教育局；责任单位：市科协、团市委")).isEqualTo(new Assignment(List.of("市教育局"), List.of("市科协", "团市委")));
    }

    @Test
    void a_list_of_responsible_bodies_alone_names_participants() {
        assertThat(read("（责任单位：市教育局、市科协）")).isEqualTo(new Assignment(List.of(), List.of("市教育局", "市科协")));
    }

    @Test
    void verbs_tell_who_leads() {
        assertThat(read("（市教育局牵头，市科协、团市委按职责分工负责）")).isEqualTo(new Assignment(List.of("市教育局"), List.of("市科协", "团市委")));
    }

    @Test
    void a_division_of_work_may_be_one_sentence() {
        assertThat(read("分工：由省教育厅、团省委牵头，省科技厅、省妇联等单位参加。"))
                .isEqualTo(new Assignment(List.of("省教育厅", "团省委"), List.of("省科技厅", "省妇联")));
    }

    @Test
    void a_mark_behind_a_body_makes_it_the_lead() {
        assertThat(read("责任单位：市教育局（牵头）、市科协")).isEqualTo(new Assignment(List.of("市教育局"), List.of("市科协")));
    }

    @Test
    void a_label_inside_a_name_is_no_label() {
        assertThat(read("区全民科学素质工作领导小组各成员单位")).isEqualTo(new Assignment(List.of(), List.of("区全民科学素质工作领导小组各成员单位")));
    }

    @Test
    void notes_are_taken_out_of_the_text_of_a_measure_and_joined() {
        var text = "办好讲座（市科协负责）。编写教材（含电子版）。（责任单位：市教育局）";
        var found = Assignments.inText(Passage.of(text, Folding.of(text)));

        assertThat(found.assignment()).isEqualTo(new Assignment(List.of("市科协"), List.of("市教育局")));
        assertThat(found.rest().raw()).isEqualTo("办好讲座。编写教材（含电子版）。");
    }

    @Test
    void one_body_with_others_is_the_lead() {
        var text = "由市科协会同市发展改革委、市财政局组织实施。";

        assertThat(Assignments.inText(Passage.of(text, Folding.of(text))).assignment())
                .isEqualTo(new Assignment(List.of("市科协"), List.of("市发展改革委", "市财政局")));
    }

    @Test
    void a_word_on_the_order_of_the_list_is_no_body() {
        var text = "责任单位：市教育局、市科协（列第一位的为牵头单位，下同）";

        assertThat(Assignments.saysFirstLeads(Passage.of(text, Folding.of(text))))
                .isTrue();
        assertThat(read(text)).isEqualTo(new Assignment(List.of(), List.of("市教育局", "市科协")));
        assertThat(read(text).withFirstAsLead()).isEqualTo(new Assignment(List.of("市教育局"), List.of("市科协")));
    }

    @Test
    void a_time_limit_in_the_same_bracket_is_no_body() {
        assertThat(read("（市科协牵头，市教育局参加，完成时限：2027年12月）")).isEqualTo(new Assignment(List.of("市科协"), List.of("市教育局")));
    }

    private static Assignment read(String text) {
        return Assignments.read(Passage.of(text, Folding.of(text)), false);
    }
}

package org.kepu.plandoc.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BodyListTest {
    @Test
    void all_marks_separate() {
        assertThat(of("市教育局、市科协，团市委；市妇联/市文联")).isEqualTo(List.of("市教育局", "市科协", "团市委", "市妇联", "市文联"));
    }

    @Test
    void spaces_separate_where_a_body_ends() {
        assertThat(of("市教育局 市科协　市委 宣传部")).isEqualTo(List.of("市教育局", "市科协", "市委宣传部"));
    }

    @Test
    void each_line_of_a_cell_is_a_body() {
        assertThat(of("区科技局\n区卫健委\n各街道办事处、镇")).isEqualTo(List.of("区科技局", "区卫健委", "各街道办事处、镇"));
    }

    @Test
    void a_name_that_a_narrow_cell_breaks_stays_one() {
        assertThat(of("区人力资源和社会\n保障局\n区科协")).isEqualTo(List.of("区人力资源和社会保障局", "区科协"));
    }

    @Test
    void a_group_is_one_entry_whatever_marks_stand_inside() {
        assertThat(of("区科协、各街道办事处、镇、各旗县（市、区）人民政府")).isEqualTo(List.of("区科协", "各街道办事处、镇", "各旗县（市、区）人民政府"));
    }

    @Test
    void and_joins_two_bodies_but_stands_inside_one_name() {
        assertThat(of("市教育局和市科协、市文化和旅游局")).isEqualTo(List.of("市教育局", "市科协", "市文化和旅游局"));
    }

    @Test
    void words_of_duty_and_others_belong_to_no_name() {
        assertThat(of("市科协、市妇联等部门按职责分工负责")).isEqualTo(List.of("市科协", "市妇联"));
    }

    private static List<String> of(String text) {
        return BodyList.of(Passage.of(text, Folding.of(text)), true);
    }
}

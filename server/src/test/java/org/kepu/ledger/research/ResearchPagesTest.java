package org.kepu.ledger.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.RegionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An inquiry is recorded, found again and withdrawn; a neighbour knows nothing of it. */
class ResearchPagesTest extends RunningSite {

    private static final RegionCode LEAGUE = new RegionCode("152500");
    private static final RegionCode NEIGHBOUR = new RegionCode("150203");
    private static final String LIST = "/desk/research?year=2026";

    @Autowired
    private ApplicationContext context;

    private GivenPlans given;
    private Visitor office;
    private Visitor neighbour;

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
        office = signedIn(accounts.with(Role.OFFICE_CLERK, LEAGUE));
        neighbour = signedIn(accounts.with(Role.OFFICE_CLERK, NEIGHBOUR));
        office.get(LIST);
        neighbour.get(LIST);
    }

    @Test
    void an_inquiry_is_recorded_with_its_report_and_counted_without_any_evaluation() {
        var report = new Visitor.Attachment("调研报告.txt", "讲师不足".getBytes(StandardCharsets.UTF_8));
        var answer = office.postWithFile("/desk/research", "file", report, fields("2026-02-03", "topic", "讲座为什么少"));
        assertThat(answer.location()).isEqualTo(LIST);
        assertThat(office.get(LIST).body())
                .contains("2026年记录专题调研 1 次", "讲座为什么少", "2026年2月3日，盟气象学会（锡林郭勒盟）", "缺少讲师", "调研报告.txt");
        assertThat(office.get("/desk/research?year=2025").body()).contains("2025年记录专题调研 0 次");
        assertThat(office.get("/desk/research/" + id() + "/file").body()).isEqualTo("讲师不足");
        assertThat(given.strings("select act from audit.entry where object = '" + id() + "'"))
                .containsExactly("research.act.recorded");

        assertThat(neighbour.get(LIST).body()).contains("2026年记录专题调研 0 次").doesNotContain("讲座为什么少");
        assertThat(neighbour.get("/desk/research/" + id() + "/file").status()).isEqualTo(404);
        assertThat(neighbour
                        .post("/desk/research/" + id() + "/withdraw", "reason", "不相干")
                        .status())
                .isEqualTo(404);
        assertThat(neighbour
                        .post("/desk/research", fields("2026-02-03", "topic", "替别人记"))
                        .status())
                .isEqualTo(404);
        assertThat(given.rows("ledger.research")).isEqualTo(1);
    }

    @Test
    void a_form_sent_twice_is_one_inquiry() {
        var fields = fields("2026-02-03", "topic", "讲座为什么少", "id", UUID.randomUUID() + "");
        office.post("/desk/research", fields);
        office.post("/desk/research", fields);
        assertThat(given.rows("ledger.research")).isEqualTo(1);
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
        var answer = office.post("/desk/research", fields("2999-01-01", "topic", ""));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("请填写日期，不晚于今天", "请填写主题", "value=\"盟气象学会\"", ">缺少讲师</textarea>");
        assertThat(given.rows("ledger.research")).isZero();
    }

    @Test
    void what_was_withdrawn_stays_to_be_read_and_counts_no_more() {
        office.post("/desk/research", fields("2026-02-03", "topic", "讲座为什么少"));
        office.post("/desk/research/" + id() + "/withdraw", "reason", "记重了");
        assertThat(office.get(LIST).body()).contains("2026年记录专题调研 0 次", "讲座为什么少", "作废原因：记重了");
        office.post("/desk/research/" + id() + "/withdraw", "reason", "再来一次");
        assertThat(given.strings("select withdrawn from ledger.research")).containsExactly("记重了");
    }

    private String id() {
        return given.strings("select id::text from ledger.research").getFirst();
    }

    private static String[] fields(String day, String... more) {
        var fields = new ArrayList<>(List.of("region", "" + LEAGUE, "day", day, "visited", "盟气象学会"));
        fields.addAll(List.of("company", "盟科协学会部", "findings", "缺少讲师"));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }
}

package org.kepu.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.plan.review.GivenPlans.BANNER_PLAN;
import static org.kepu.plan.review.GivenPlans.LEAGUE_PLAN;
import static org.kepu.plan.review.GivenPlans.planOf;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.page.RunningSite;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.PlanId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class PlanPortalTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    private GivenPlans given;
    private PlanId draft;
    private PlanId plan;

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
        draft = given.uploadedDemo(LEAGUE_PLAN);
        plan = given.demoInForce(BANNER_PLAN, 2026);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/plans"})
    void a_draft_is_on_no_page_for_everybody(String path) {
        var page = visitor().get(path).body();
        assertThat(page).contains("/plans/" + plan).doesNotContain(draft.toString(), "锡林郭勒盟全民科学素质");
    }

    @ParameterizedTest
    @ValueSource(strings = {"锡林郭勒盟", "锡署发", "实施方案", "盟教育局"})
    void a_draft_is_not_found(String words) {
        given.strings("select title from plan.draft where structure::text like '%" + words + "%'")
                .forEach(title -> assertThat(title).isNotEmpty());
        assertThat(search(words)).doesNotContain(draft.toString(), "锡林郭勒盟全民科学素质");
    }

    @Test
    void a_draft_asked_for_by_its_id_is_as_if_there_were_none() {
        var asked = visitor().get("/plans/" + draft);
        var nowhere = UUID.randomUUID().toString();
        var none = visitor().get("/plans/" + nowhere);
        assertThat(asked.status()).isEqualTo(404);
        assertThat(none.status()).isEqualTo(404);
        assertThat(faceless(asked.body()).replace(draft.toString(), ""))
                .isEqualTo(faceless(none.body()).replace(nowhere, ""));
    }

    @Test
    void plans_are_found_by_title_number_and_issuer() {
        for (var words : List.of("苏尼特右旗", "903号", "人民政府 全民科学素质", "苏右政发〔2026〕903号")) {
            assertThat(links(search(words))).as(words).contains("/plans/" + plan);
        }
        assertThat(links(search("苏尼特右旗 火星"))).doesNotContain("/plans/" + plan);
    }

    @Test
    void measures_are_found_by_their_words_and_bodies_and_lead_to_their_place() {
        var measure = given.measure(plan, "建设草原科普驿站");
        var place = "/plans/" + plan + "#node-" + measure;
        assertThat(links(search("草原科普驿站"))).contains(place);
        assertThat(links(search("嘎查 急救用品 旗委组织部"))).containsExactly(place);
        assertThat(visitor().get("/plans/" + plan).body())
                .contains("id=\"node-" + measure + "\"", "id=\"src-" + measure + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "100%", "\\", "%%%", "100_", "苏尼特_旗", "苏%旗", "'; drop table plan.plan; --"})
    void signs_that_mean_something_to_the_database_mean_themselves(String words) {
        var hits = links(search(words));
        var expected = given.strings(
                "select id::text from plan.measure where position(? in title || ' ' || text) > 0 order by 1", words);
        assertThat(hits.stream().filter(link -> link.contains("#node-")).map(link -> link.replaceFirst(".*#node-", "")))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(hits.stream().filter(link -> !link.contains("#node-"))).isEmpty();
    }

    @Test
    void a_measure_with_such_a_sign_is_found_by_it() {
        var odd = given.inForce(given.uploaded(planOf("完成率达到_标准_。覆盖率要达到88%以上。（牵头单位：旗科协）")), 2026);
        assertThat(links(search("88%")))
                .containsExactly("/plans/" + odd + "#node-"
                        + given.structure(odd)
                                .measures()
                                .findFirst()
                                .orElseThrow()
                                .id());
    }

    @Test
    void the_reading_view_has_every_measure_with_its_place_in_the_whole_original() {
        var page = visitor().get("/plans/" + plan).body();
        var measures = given.structure(plan).measures().toList();
        assertThat(found(page, "<article class=\"node node-measure\" id=\"node-([^\"]+)\""))
                .isEqualTo(measures.stream()
                        .map(measure -> measure.id().toString())
                        .toList());
        measures.forEach(measure -> assertThat(page).contains("<a id=\"src-" + measure.id() + "\">"));
        var original = page.substring(page.indexOf("<div class=\"src\""));
        var text = original.substring(0, original.indexOf("</section>"))
                .replaceAll("<[^>]*>|[\\s　]", "")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
        assertThat(text).isEqualTo(GivenPlans.demoText().replaceAll("[\\s　]", ""));
    }

    @Test
    void nothing_to_show_is_said_and_leads_on() {
        given = GivenPlans.onCleanGround(context);
        given.uploadedDemo(LEAGUE_PLAN);
        assertThat(visitor().get("/plans").body()).contains("还没有公开的方案").doesNotContain("锡林郭勒");
    }

    private String search(String words) {
        var answer = visitor().get("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> links(String page) {
        return found(page, "href=\"(/plans/[^\"]+)\"");
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String faceless(String page) {
        return page.replaceAll("content=\"[^\"]*\" data-header|name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}

package org.kepu.indicator.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.GACHA;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.indicator.Amount;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.GivenFacts;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.DefinitionJson;
import org.kepu.indicator.figure.Definitions;
import org.kepu.indicator.figure.Method;
import org.kepu.indicator.figure.Selection;
import org.kepu.page.RunningSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class DefinitionPagesTest extends RunningSite {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    ApplicationContext context;

    @Autowired
    Definitions definitions;

    @Autowired
    DefinitionJson json;

    @Autowired
    JdbcClient jdbc;

    GivenFacts given;

    @BeforeEach
    void plant() {
        given = GivenFacts.onCleanGround(context);
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from indicator.definition where indicator = 'rural-lectures'")
                .update();
    }

    @Test
    void a_definition_is_tried_on_what_was_recorded_before_it_is_kept() {
        given.record(given.fact("LECTURE", "2025-03-05", GACHA)
                .with(Amounts.ONCE.attendances(40))
                .forAudience("FARMERS"));
        given.record(given.fact("ACTIVITY", "2025-03-06", GACHA).with(Amounts.ONCE.attendances(60)));
        var clerk = clerk();
        clerk.get("/desk/indicators/new");
        var tried = clerk.post("/desk/indicators/new", fields("try", "ATTENDANCES", "人次"));
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.body()).contains("把一年内本地区“科普讲座”（对象：农牧民；限农村牧区）的人次加在一起。", "<strong>40 人次</strong>", "还没有保存");
        assertThat(definitions.find("rural-lectures", TODAY)).isEmpty();
        var kept = clerk.post("/desk/indicators/new", fields("keep", "ATTENDANCES", "人次"));
        assertThat(kept.location()).isEqualTo("/desk/indicators/rural-lectures/definition");
        assertThat(definitions.find("rural-lectures", TODAY))
                .contains(new Definition(
                        "rural-lectures",
                        "农村讲座",
                        "人次",
                        Definition.Span.YEAR,
                        new Method.Sum(
                                new Selection(
                                        java.util.List.of("LECTURE"),
                                        java.util.List.of("FARMERS"),
                                        java.util.List.of(),
                                        true),
                                Amount.ATTENDANCES),
                        null));
        assertThat(clerk.post("/desk/indicators/new", fields("keep", "ATTENDANCES", "人次"))
                        .body())
                .contains("这个代号已经有了");
    }

    @Test
    void what_cannot_be_computed_is_refused_in_words_at_its_field() {
        var clerk = clerk();
        clerk.get("/desk/indicators/new");
        var mixed = clerk.post("/desk/indicators/new", fields("keep", "ATTENDANCES", "名"));
        assertThat(mixed.status()).isEqualTo(422);
        assertThat(mixed.body()).contains("<a href=\"#unit\">单位“名”与数法不符", "id=\"unit-error\"");
        assertThat(clerk.post("/desk/indicators/new", fields("try", "QUANTITY", "个"))
                        .body())
                .contains("“科普讲座（数量）”：这个种类不计这个量");
        assertThat(clerk.post("/desk/indicators/new", "act", "keep", "type", "each", "atLeast", "many")
                        .body())
                .contains("至少勾选一个种类", "请填整数", "请填名称", "请填日期");
        assertThat(definitions.find("rural-lectures", TODAY)).isEmpty();
    }

    @Test
    void each_shipped_definition_goes_through_the_form_and_comes_back_the_same() {
        var page = clerk();
        for (var definition : definitions.on(TODAY)) {
            var body = page.get("/desk/indicators/" + definition.id() + "/definition")
                    .body();
            assertThat(body).as(definition.id()).contains("1949年10月1日起", "name=\"type\"");
            assertThat(page.get("/desk/indicators/" + definition.id() + "/definition.json")
                            .body())
                    .isEqualTo(json.write(definition));
        }
    }

    @Test
    void a_reader_sees_how_it_is_counted_and_has_no_form() {
        var leader = signedIn(accounts.with(Role.LEADER, GivenFacts.TOP));
        assertThat(leader.get("/desk/indicators/lectures/definition").body())
                .contains("各版定义", "把一年内本地区“科普讲座”的次数加在一起。")
                .doesNotContain("name=\"act\"");
        assertThat(leader.get("/desk/indicators/new").status()).isEqualTo(403);
    }

    private static String[] fields(String act, String amount, String unit) {
        return new String[] {
            "act",
            act,
            "type",
            "sum",
            "id",
            "rural-lectures",
            "name",
            "农村讲座",
            "unit",
            unit,
            "span",
            "YEAR",
            "of.kinds",
            "LECTURE",
            "of.audiences",
            "FARMERS",
            "of.rural",
            "true",
            "amount",
            amount,
            "since",
            "2021-01-01",
            "from",
            "2025-01-01",
            "to",
            "2025-12-31"
        };
    }
}

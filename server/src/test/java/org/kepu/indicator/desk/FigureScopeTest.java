package org.kepu.indicator.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.GACHA;
import static org.kepu.indicator.GivenFacts.KUNDULUN;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.GivenFacts;
import org.kepu.indicator.Recorded;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.shared.RegionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Figures and facts are for those in whose divisions they lie. */
class FigureScopeTest extends RunningSite {

    private static final RegionCode SUNITE = new RegionCode("152524");
    private static final String IN_2025 = "&window=own&from=2025-01-01&to=2025-12-31";
    private static final Pattern FACT = Pattern.compile("href=\"/desk/facts/(\\d+)\"");

    @Autowired
    ApplicationContext context;

    GivenFacts given;
    long ours;
    long theirs;

    @BeforeEach
    void plant() {
        given = GivenFacts.onCleanGround(context);
        ours = id(given.record(given.fact("LECTURE", "2025-03-05", GACHA).with(Amounts.ONCE.attendances(40))));
        theirs = id(given.record(given.fact("LECTURE", "2025-03-06", KUNDULUN).with(Amounts.ONCE.attendances(60))));
    }

    @Test
    void a_banner_sees_its_own_figure_and_not_that_of_its_neighbour() {
        var leader = leader();
        assertThat(value(leader.get("/desk/indicators/lectures?" + IN_2025.substring(1))))
                .isEqualTo("1");
        assertThat(leader.get("/desk/indicators/lectures?region=150203" + IN_2025)
                        .status())
                .isEqualTo(404);
        assertThat(leader.get("/desk/indicators/lectures?region=150000" + IN_2025)
                        .status())
                .isEqualTo(404);
        assertThat(leader.get("/desk/indicators/lectures/figure.csv?region=150203" + IN_2025)
                        .status())
                .isEqualTo(404);
        assertThat(value(clerk().get("/desk/indicators/lectures?region=150000" + IN_2025)))
                .isEqualTo("2");
    }

    @Test
    void a_banner_opens_its_own_facts_and_not_those_of_its_neighbour() {
        var leader = leader();
        assertThat(facts(leader.get("/desk/indicators/lectures/facts?" + IN_2025.substring(1))))
                .containsExactly(ours);
        assertThat(leader.get("/desk/indicators/lectures/facts?region=150203" + IN_2025)
                        .status())
                .isEqualTo(404);
        assertThat(leader.get("/desk/facts/" + ours).body()).contains("一场LECTURE", "阿其图乌拉嘎查", "40 人次");
        assertThat(leader.get("/desk/facts/" + theirs).status()).isEqualTo(404);
        assertThat(facts(clerk().get("/desk/indicators/lectures/facts?region=150000" + IN_2025)))
                .containsExactly(theirs, ours);
    }

    @Test
    void a_banner_enters_no_value_and_freezes_no_figure_of_its_neighbour() {
        var clerk = signedIn(accounts.with(Role.OFFICE_CLERK, SUNITE));
        clerk.get("/desk/indicators/registered-informants");
        assertThat(clerk.post(
                                "/desk/indicators/registered-informants/statements",
                                "region",
                                "150203",
                                "value",
                                "9",
                                "day",
                                "2025-12-31",
                                "source",
                                "后台")
                        .status())
                .isEqualTo(404);
        assertThat(clerk.post("/desk/indicators/lectures/issued", "region", "150203", "document", "总结")
                        .status())
                .isEqualTo(404);
        assertThat(given.rows("indicator.statement")).isZero();
        assertThat(given.rows("indicator.issued")).isZero();
    }

    private Visitor leader() {
        return signedIn(accounts.with(Role.LEADER, SUNITE));
    }

    private static long id(Recorded recorded) {
        return ((Recorded.New) recorded).fact();
    }

    private static String value(Visitor.Answer answer) {
        var value = Pattern.compile("figure-large\"><strong>([^<]*)<").matcher(answer.body());
        return value.find() ? value.group(1) : "";
    }

    private static List<Long> facts(Visitor.Answer answer) {
        return FACT.matcher(answer.body())
                .results()
                .map((MatchResult found) -> Long.valueOf(found.group(1)))
                .toList();
    }
}

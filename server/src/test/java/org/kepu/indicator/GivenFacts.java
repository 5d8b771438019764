package org.kepu.indicator;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facts on a ground where nothing else is: the tree down to the banners, and some sumus and gachas below them. */
public final class GivenFacts {

    public static final RegionCode TOP = new RegionCode("150000");
    public static final RegionCode BAOTOU = new RegionCode("150200");
    public static final RegionCode KUNDULUN = new RegionCode("150203");
    public static final RegionCode QINGSHAN = new RegionCode("150204");
    public static final RegionCode STREET = new RegionCode("150203001");
    public static final RegionCode OTHER_STREET = new RegionCode("150203002");
    public static final RegionCode COMMUNITY = new RegionCode("150203001001");
    public static final RegionCode OTHER_COMMUNITY = new RegionCode("150203002001");
    public static final RegionCode SUMU = new RegionCode("152524100");
    public static final RegionCode GACHA = new RegionCode("152524100200");

    private final JdbcClient jdbc;
    private final Facts facts;
    private final AtomicInteger rows = new AtomicInteger();

    private GivenFacts(ApplicationContext context) {
        this.jdbc = context.getBean(JdbcClient.class);
        this.facts = context.getBean(Facts.class);
    }

    public static GivenFacts onCleanGround(ApplicationContext context) {
        GivenPlans.onCleanGround(context);
        var given = new GivenFacts(context);
        given.division(STREET, "少先路街道", KUNDULUN, "URBAN");
        given.division(OTHER_STREET, "沼潭街道", KUNDULUN, "URBAN");
        given.division(COMMUNITY, "青松社区", STREET, "URBAN");
        given.division(OTHER_COMMUNITY, "友谊社区", OTHER_STREET, "URBAN");
        given.division(SUMU, "赛罕乌力吉苏木", new RegionCode("152524"), "RURAL");
        given.division(GACHA, "阿其图乌拉嘎查", SUMU, "RURAL");
        return given;
    }

    public void division(RegionCode code, String name, RegionCode parent, String trait) {
        jdbc.sql("insert into region.region (code) values (:code)")
                .param("code", code.value())
                .update();
        jdbc.sql("""
                        insert into region.state (code, name, parent, traits, during)
                        values (:code, :name, :parent, array[:trait], daterange('2021-01-01', null))
                        """)
                .param("code", code.value())
                .param("name", name)
                .param("parent", parent.value())
                .param("trait", trait)
                .update();
    }

    public BodyId body(RegionCode region, String name) {
        return new BodyId(
                jdbc.sql("insert into body.body (region, name, kind) values (:region, :name, 'OTHER') returning id")
                        .param("region", region.value())
                        .param("name", name)
                        .query(UUID.class)
                        .single());
    }

    /** A fact with a row of its own. */
    public Fact fact(String kind, String day, RegionCode region) {
        return Fact.of(
                Source.of("test", "row-" + rows.incrementAndGet()), kind, LocalDate.parse(day), region, "一场" + kind);
    }

    public Recorded record(Fact fact) {
        return facts.record(GivenPlans.CLERK, fact);
    }

    public long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}

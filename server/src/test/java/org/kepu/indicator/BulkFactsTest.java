package org.kepu.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.GACHA;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.plan.MeasureId;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Actor;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnPostgres
class BulkFactsTest {

    /** All that facts leave in the database, but for the numbers they get. */
    private static final String LEFT = """
            select string_agg(line, E'\\n' order by line) from (
                select concat_ws('|', f.source_id, f.version, f.weight, f.kind, f.audience, f.place, f.rural, f.day, f.events,
                                 f.attendances, f.minutes, f.money, f.quantity, f.digest, f.region, f.title, f.organisers,
                                 f.measures, t.code, c.source_id, c.version,
                                 (select count(*) from indicator.fact_person p where p.fact = f.id),
                                 (select count(*) from indicator.fact_measure m where m.fact = f.id)) as line
                from indicator.fact f left join indicator.thing t on t.id = f.thing
                     left join indicator.fact c on c.id = f.counters
                union all
                select concat_ws('|', 'fresh', kind, audience, place, rural, month, region, sum(facts), sum(events),
                                 sum(attendances), sum(minutes), sum(money), sum(quantity))
                from indicator.fresh group by kind, audience, place, rural, month, region
            ) lines
            """;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Facts facts;

    @Autowired
    private BulkFacts bulk;

    @Autowired
    private PersonMarks marks;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void plant() {
        GivenFacts.onCleanGround(context);
    }

    @Test
    void many_at_once_leave_and_answer_what_each_by_itself_does() {
        for (int seed = 0; seed < 12; seed++) {
            var told = told(new Random(seed));
            assertThat(outcome(told, bulk::record)).as("seed " + seed).isEqualTo(outcome(told, facts::record));
        }
    }

    @Test
    void signs_that_a_table_of_text_is_made_of_are_kept() {
        var odd = "一\\场\t讲\\N座 {1,2} \"引号\"";
        bulk.record(
                GivenPlans.CLERK,
                List.of(Fact.of(Source.of("test", "a\tb\\N"), "LECTURE", LocalDate.of(2025, 3, 5), COMMUNITY, odd)));
        assertThat(database.sql("select title || source_id from indicator.fact")
                        .query(String.class)
                        .single())
                .isEqualTo(odd + "a\tb\\N");
    }

    private record Outcome(List<List<String>> answers, String left) {}

    /** Three tellings of the same facts, cut into other pieces each time. */
    private Outcome outcome(List<Fact> told, BiFunction<Actor, List<Fact>, List<Recorded>> recording) {
        GivenFacts.onCleanGround(context);
        var answers = new ArrayList<List<String>>();
        for (int size : new int[] {40, 7, 200}) {
            for (int i = 0; i < told.size(); i += size) {
                answers.add(recording.apply(GivenPlans.CLERK, told.subList(i, Math.min(told.size(), i + size))).stream()
                        .map(BulkFactsTest::word)
                        .toList());
            }
        }
        return new Outcome(answers, database.sql(LEFT).query(String.class).single());
    }

    private static String word(Recorded answer) {
        return switch (answer) {
            case Recorded.New added -> "new";
            case Recorded.Already there -> "already";
            case Recorded.Refused refused -> refused.reason().name();
        };
    }

    private List<Fact> told(Random random) {
        var told = new ArrayList<Fact>();
        for (int i = 0; i < 150; i++) {
            var source = new Source("test", "row-" + random.nextInt(60), 1 + random.nextInt(3));
            var fact = Fact.of(
                            source,
                            random.nextInt(20) == 0 ? "SORCERY" : random.nextBoolean() ? "LECTURE" : "TRAINING",
                            LocalDate.of(2025, 1 + random.nextInt(12), 1 + random.nextInt(28)),
                            random.nextInt(20) == 0
                                    ? new RegionCode("150299")
                                    : random.nextBoolean() ? COMMUNITY : GACHA,
                            "一场")
                    .with(new Amounts(1, random.nextInt(3), random.nextInt(2) * 45, 0, 0))
                    .forAudience(random.nextBoolean() ? "PUPILS" : "")
                    .by(random.nextBoolean() ? List.of(new BodyId(new UUID(1, random.nextInt(3)))) : List.of())
                    .serving(random.nextBoolean() ? List.of(new MeasureId(new UUID(2, random.nextInt(3)))) : List.of());
            if (fact.kind().equals("TRAINING")) {
                fact = fact.of(Set.of(marks.of("1390000000" + random.nextInt(9)), marks.of("1380000000")));
            } else if (random.nextBoolean()) {
                fact = fact.about(new Thing("SCHOOL", "S" + random.nextInt(3), "一中", COMMUNITY));
            }
            told.add(fact);
        }
        return told;
    }
}

package org.kepu.activity.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.GivenActivities;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Actor;
import org.kepu.shared.Desk;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schools that a fresh installation shows: every row of the file, or a word of what is wrong with it. */
@OnPostgres
class DemoSchoolsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    DemoSchools schools;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void clear() {
        GivenActivities.onCleanGround(context);
    }

    private List<String> list(String sql) {
        return database.sql(sql).query(String.class).list();
    }

    @Test
    void each_row_is_a_school_with_its_keeper_and_numbers_however_often_it_is_loaded() {
        schools.load(GivenPlans.program());
        schools.load(GivenPlans.program());
        assertThat(list("""
                                select concat_ws(' ', school.region, body.name, count(*)) from activity.school
                                     join body.body on body.id = keeper
                                group by school.region, body.name order by school.region
                                """)).containsExactly("150203 区教育局 5", "152524 旗教育局 2");
        assertThat(list("select sum(number)::text from activity.school_number where what = 'ROLL'"))
                .containsExactly(String.valueOf(1020 + 815 + 640 + 410 + 205 + 186 + 342));
    }

    @Test
    void a_row_that_is_not_taken_stops_the_demo() {
        var program = GivenPlans.program();
        var ofBaotou = new Desk() {
            @Override
            public Actor actor() {
                return program.actor();
            }

            @Override
            public Scope scope(Right right) {
                var whole = program.scope(right);
                return right == Right.KEEP_BODIES
                        ? whole
                        : Scope.ofProgram(actor(), right, whole.day(), Set.of(new RegionCode("150200")));
            }
        };
        assertThatThrownBy(() -> schools.load(ofBaotou)).hasMessageContaining("demo-school-6");
    }
}

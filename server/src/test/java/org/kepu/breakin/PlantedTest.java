package org.kepu.breakin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Words that are planted come to the pages that they are planted for. */
class PlantedTest extends RunningSite {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient database;

    @Test
    void a_tour_with_what_is_agreed_comes_to_the_public_page() {
        new Planted(context);
        int changed = database.sql(
                        "update people.invitation set place = place || '<img src=x>' where state = 'ACCEPTED'")
                .update();
        assertThat(changed).isPositive();
        assertThat(visitor().get("/experts/tours").body())
                .contains("第14批", "文化室&lt;img src=x")
                .doesNotContain("<img src=x");
    }
}

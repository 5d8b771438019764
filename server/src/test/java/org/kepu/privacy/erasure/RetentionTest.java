package org.kepu.privacy.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.Together;
import org.kepu.privacy.GivenPersons;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnPostgres
class RetentionTest {

    @Autowired
    private GivenPersons given;

    @Autowired
    private Retention retention;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void clear() {
        given.onCleanGround();
        database.sql("delete from notice.message").update();
        database.sql("delete from privacy.removal").update();
    }

    @Test
    void what_is_older_than_the_register_says_is_removed_once_and_booked() {
        given.busy(501);
        database.sql("""
                update notice.message set queued_at = now() - interval '181 days'
                where id = (select id from notice.message order by id limit 1)
                """).update();

        Together.together(4, node -> {
            retention.remove();
            return node;
        });

        assertThat(database.sql("select count(*) from notice.message")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(retention.book(given.officer(Right.KEEP_PRIVACY)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.rule()).isEqualTo("notice.message");
                    assertThat(line.removed()).isEqualTo(1);
                });
    }
}

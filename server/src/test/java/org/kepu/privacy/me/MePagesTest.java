package org.kepu.privacy.me;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;
import org.kepu.privacy.GivenPersons;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MePagesTest extends RunningSite {

    @Autowired
    private GivenPersons given;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void clear() {
        given.onCleanGround();
        database.sql("delete from privacy.request").update();
    }

    @Test
    void a_stranger_is_asked_to_sign_in_and_the_register_is_open_to_everybody() {
        for (var path : new String[] {"/me", "/me/data", "/me/looks", "/me/consents", "/me/requests", "/me/delete"}) {
            var answer = visitor().get(path);
            assertThat(answer.status()).as(path).isEqualTo(302);
            assertThat(answer.location()).as(path).startsWith("/sign-in");
        }
        assertThat(visitor().get("/privacy").body()).contains("代未成年人登记", "个人信息保护法第二十八条", "365 天");
    }

    @Test
    void staff_ask_the_desk_and_the_request_is_due_in_fifteen_working_days() {
        var clerk = clerk();
        assertThat(clerk.get("/me").status()).isEqualTo(200);
        clerk.get("/me/requests");
        assertThat(clerk.post("/me/requests", "kind", "SEE", "words", "我想看").status())
                .isEqualTo(302);
        assertThat(clerk.get("/me/requests").body()).contains("查阅", "待答复");
        assertThat(database.sql("select (due - received_on) between 19 and 23 from privacy.request")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(clerk.post("/me/requests", "kind", "").status()).isEqualTo(422);
        assertThat(clerk.post("/me/delete", "sure", "true").status()).isEqualTo(404);
    }

    @Test
    void another_persons_child_is_not_there() {
        var other = given.busy(401);
        var child = database.sql("select id from privacy.dependant where guardian = :guardian")
                .param("guardian", other.id())
                .query(UUID.class)
                .list()
                .getFirst();
        var clerk = clerk();
        clerk.get("/me/consents");
        assertThat(clerk.post("/me/family/" + child + "/remove").status()).isEqualTo(404);
        assertThat(clerk.get("/me/family").body()).doesNotContain(other.child());
    }
}

package org.kepu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.KUNDULUN;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.kepu.guard.HumanQuestion;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody without an account asks for a code on a telephone. */
abstract class AskingForCodes extends RunningSite {

    static final String PHONE = "13800138001";

    @Autowired
    ApplicationContext context;

    GivenService given;
    UUID team;

    @BeforeEach
    void plant() {
        given = GivenService.onCleanGround(context);
        forms.forgetSent();
        team = given.team("青松科技志愿服务队", KUNDULUN);
    }

    Visitor.Answer join() {
        return sendAsHuman(
                visitor(), "/volunteer/teams/" + team, "people.join", "name", "乌云", "phone", PHONE, "consent", "true");
    }

    Visitor.Answer askForNewCode() {
        var visitor = visitor();
        visitor.get("/volunteer/mine");
        visitor.post("/volunteer/mine/code", "phone", PHONE, HumanQuestion.TOKEN, forms.token("people.code"));
        return visitor.get("/volunteer/mine");
    }

    String signInCode() {
        var citizen = visitor();
        assertThat(askForCode(citizen, PHONE).location()).isEqualTo("/me/sign-in/code");
        return citizen.get("/me/sign-in/code").body();
    }

    String kept() {
        return given.database()
                .sql("select code_print from people.volunteer")
                .query(String.class)
                .single();
    }
}

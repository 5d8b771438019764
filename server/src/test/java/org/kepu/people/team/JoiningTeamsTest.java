package org.kepu.people.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;
import static org.kepu.people.GivenService.clerk;
import static org.kepu.people.GivenService.clerkOf;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.NotFound;
import org.kepu.people.GivenService;
import org.kepu.people.ServiceTerms;
import org.kepu.region.OnPostgres;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.validation.MapBindingResult;

/** Three ways in, minors with their guardian, what a team decides, and the code that only the volunteer has. */
@OnPostgres
class JoiningTeamsTest {

    private static final String THERE = "127.0.0.1";

    @Autowired
    ApplicationContext context;

    @Autowired
    JoiningTeams joining;

    @Autowired
    KeepingTeams keeping;

    @Autowired
    Members members;

    @Autowired
    VolunteerCodes codes;

    @Autowired
    Teams teams;

    GivenService given;
    UUID team;

    @BeforeEach
    void plant() {
        given = GivenService.onCleanGround(context);
        team = given.team("青松科技志愿服务队", KUNDULUN);
    }

    private static JoinForm self(String name, String phone, boolean minor) {
        var birth = minor ? GivenService.today().getYear() - 12 + "-05" : "";
        return new JoinForm(name, phone, "STUDENT", false, minor, birth, minor ? "王大明" : "", minor, true, "", "");
    }

    private MapBindingResult errors(JoinForm form) {
        var errors = new MapBindingResult(new java.util.HashMap<>(), "form");
        form.check(teams.find(team).orElseThrow(), context.getBean(ServiceTerms.class), GivenService.today(), errors);
        return errors;
    }

    @Test
    void who_asks_is_told_a_code_once_and_waits_until_the_team_takes_them_in() {
        var code = ((Joined.Done) joining.ask(team, self("乌云", "13800138001", false))).code();
        assertThat(code).matches("[0-9A-Z]{16}");
        var volunteer =
                codes.holder(code.toLowerCase(java.util.Locale.ROOT), THERE).orElseThrow();
        assertThat(joining.ask(team, self("乌云", "138 0013 8001", false))).isEqualTo(new Joined.Already());
        var member = members.of(clerk(), team).getFirst();
        assertThat(member.person().id()).isEqualTo(volunteer);
        assertThat(member.state()).isEqualTo(Member.State.ASKED);
        assertThat(together(5, who -> members.decide(clerk(), member.id(), Members.Step.TAKE_IN, null)).stream()
                        .filter(done -> done))
                .hasSize(1);
        assertThat(members.decide(clerk(), member.id(), Members.Step.DECLINE, new Reason("名额已满")))
                .isFalse();
    }

    @Test
    void a_number_is_one_volunteer_however_many_ask_at_once() {
        assertThat(together(6, who -> joining.ask(team, self("乌云", "13800138001", false))).stream()
                        .filter(Joined.Done.class::isInstance))
                .hasSize(1);
        assertThat(given.database()
                        .sql("select count(*) from people.volunteer")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_child_is_another_than_the_guardian_and_than_a_sister_and_needs_the_guardians_word() {
        joining.ask(team, self("王大明", "13800138001", false));
        joining.ask(team, self("王小明", "13800138001", true));
        joining.ask(team, self("王小红", "13800138001", true));
        assertThat(members.of(clerk(), team)).hasSize(3);
        assertThat(members.of(clerk(), team).stream()
                        .filter(member -> member.person().minor()))
                .hasSize(2);
        var without = new JoinForm("王小明", "13800138001", "", false, true, "2015-05", "王大明", false, true, "", "");
        assertThat(errors(without).getFieldErrors()).extracting("field").containsExactly("guardianAgrees");
        var grown = new JoinForm("王小明", "13800138001", "", false, true, "2001-05", "", true, true, "", "");
        assertThat(errors(grown).getFieldErrors()).extracting("field").containsExactly("birth", "guardian");
    }

    @Test
    void names_numbers_and_guardians_are_sealed_in_the_database() {
        joining.ask(team, self("王小明", "13800138001", true));
        assertThat(given.database()
                        .sql(
                                "select name || phone || phone_print || identity_print || birth_month || guardian from people.person")
                        .query(String.class)
                        .single())
                .doesNotContain("王小明", "13800138001", "王大明", "-05");
        assertThat(given.database()
                        .sql("select code_print from people.volunteer")
                        .query(String.class)
                        .single())
                .hasSize(64);
    }

    @Test
    void who_enters_somebody_else_says_how_they_agreed_and_never_sees_a_code() {
        assertThat(joining.enter(clerk(), team, GivenTeams.member("13800138001", false)))
                .isEqualTo(new Joined.Done(null));
        var member = members.of(clerk(), team).getFirst();
        assertThat(member.state()).isEqualTo(Member.State.IN);
        assertThat(member.agreedHow()).isEqualTo("签了纸质同意书");
        assertThatThrownBy(() -> given.database()
                        .sql("update people.volunteer set agreed_how = ''")
                        .update())
                .hasMessageContaining("volunteer_consent_is_kept");
        assertThatThrownBy(() -> joining.enter(clerkOf(QINGSHAN), team, GivenTeams.member("13800138002", false)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_new_code_goes_to_the_telephone_and_ends_the_old_one() {
        var old = ((Joined.Done) joining.ask(team, self("乌云", "13800138001", false))).code();
        given.database().sql("delete from notice.message").update();
        codes.renew(new PhoneNumber("13800138001"));
        codes.renew(new PhoneNumber("13900139001"));
        assertThat(given.database()
                        .sql("select count(*) from notice.message where secret")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(codes.holder(String.valueOf(old), THERE)).isEmpty();
    }

    @Test
    void codes_cannot_be_tried_without_end() {
        var code = String.valueOf(((Joined.Done) joining.ask(team, self("乌云", "13800138001", false))).code());
        for (int i = 0; i < 31; i++) {
            assertThat(codes.holder("0000000000000000", "10.0.0.9")).isEmpty();
        }
        assertThat(codes.holder(code, "10.0.0.9")).isEmpty();
        assertThat(codes.holder(code, "10.0.0.8")).isPresent();
    }

    @Test
    void a_team_that_recruits_says_what_is_done_and_what_can_happen() {
        assertThatThrownBy(() -> given.database()
                        .sql("update people.team set risks = ''")
                        .update())
                .hasMessageContaining("team_recruits_truthfully");
        assertThat(keeping.enter(clerk(), GivenTeams.form("青松科技志愿服务队", KUNDULUN)))
                .isInstanceOf(KeepingTeams.Kept.Taken.class);
        assertThat(keeping.enter(clerkOf(QINGSHAN), GivenTeams.form("别处的队", KUNDULUN)))
                .isInstanceOf(KeepingTeams.Kept.OutOfReach.class);
        assertThat(keeping.close(clerk(), team, new Reason("人员合并"))).isTrue();
        assertThat(joining.ask(team, self("乌云", "13800138001", false))).isEqualTo(new Joined.NotOpen());
        assertThat(teams.recruiting(KUNDULUN)).isEmpty();
    }
}

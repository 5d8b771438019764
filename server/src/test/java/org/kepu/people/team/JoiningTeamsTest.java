package org.kepu.people.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;
import static org.kepu.people.GivenService.clerk;
import static org.kepu.people.GivenService.clerkOf;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.notice.SentMessages;
import org.kepu.page.NotFound;
import org.kepu.people.GivenService;
import org.kepu.people.Persons;
import org.kepu.people.ServiceTerms;
import org.kepu.region.OnPostgres;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.kepu.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.validation.MapBindingResult;

/** Three ways in, minors with their guardian, what a team decides, and the code that only the volunteer has. */
@OnPostgres
class JoiningTeamsTest {

    private static final String THERE = "127.0.0.1";
    private static final String CODE = "([0-9A-Z]{4}-){3}[0-9A-Z]{4}";
    private static final String LANDLINE = "04725155050";
    private static final Joined ASKED = new Joined.Done(null);

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

    private SentMessages sent() {
        return new SentMessages(given.database(), given.bean(Vault.class));
    }

    @Test
    void the_code_goes_to_the_number_and_who_asks_is_told_the_same_whether_it_was_known_or_not() {
        sent().clear();
        assertThat(joining.ask(team, self("乌云", "13800138001", false))).isEqualTo(ASKED);
        var volunteer = codes.holder(sent().find("13800138001", CODE).toLowerCase(java.util.Locale.ROOT), THERE)
                .orElseThrow();
        assertThat(joining.ask(team, self("别人", "138 0013 8001", false))).isEqualTo(ASKED);
        assertThat(joining.ask(given.team("友谊科技志愿服务队", KUNDULUN), self("别人", "13800138001", false)))
                .isEqualTo(ASKED);
        assertThat(sent().to("13800138001")).hasSize(1);
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
    void a_code_is_shown_only_where_no_message_goes_and_nobody_had_the_number() {
        var code = ((Joined.Done) joining.ask(team, self("乌云", LANDLINE, false))).code();
        assertThat(codes.holder(String.valueOf(code), THERE)).isPresent();
        assertThat(joining.ask(team, self("王小明", LANDLINE, true))).isEqualTo(ASKED);
    }

    @Test
    void nobody_asks_with_one_number_without_end() {
        for (int i = 0; i < 10; i++) {
            assertThat(joining.ask(team, self("孩子" + i, "13800138001", true))).isEqualTo(ASKED);
        }
        assertThat(joining.ask(team, self("孩子", "13800138001", true))).isEqualTo(new Joined.TooOften());
        assertThat(joining.ask(team, self("乌云", "13800138002", false))).isEqualTo(ASKED);
    }

    @Test
    void a_clerks_word_replaces_a_name_told_on_the_portal_and_no_other() {
        joining.ask(team, self("孙悟空", "13800138001", false));
        var persons = context.getBean(Persons.class);
        var person = persons.ofPhone(new PhoneNumber("13800138001"))[0];
        assertThat(persons.inFull(person).orElseThrow().name()).isEqualTo("孙悟空");
        assertThat(joining.enter(clerk(), team, GivenTeams.member("13800138001", false)))
                .isInstanceOf(Joined.Done.class);
        assertThat(persons.inFull(person).orElseThrow().name()).isEqualTo("王小明");
        var other = new JoinForm("孙悟空", "13800138001", "", false, false, "", "", false, true, "当面说的", "TEAM");
        assertThat(joining.enter(clerk(), given.team("友谊科技志愿服务队", KUNDULUN), other))
                .isEqualTo(new Joined.OtherName());
        assertThat(persons.inFull(person).orElseThrow().name()).isEqualTo("王小明");
    }

    @Test
    void what_goes_on_the_trail_holds_no_number() {
        var form = new JoinForm("王小明", "13800138001", "", false, false, "", "", false, true, "打13800138001说的", "TEAM");
        var errors = new MapBindingResult(new java.util.HashMap<>(), "form");
        form.checkForOther(
                teams.find(team).orElseThrow(), context.getBean(ServiceTerms.class), GivenService.today(), errors);
        assertThat(errors.getFieldErrors()).extracting("field").containsExactly("agreedHow");
    }

    @Test
    void a_team_names_no_body_out_of_reach_and_no_division_that_never_was() {
        var theirs = given.facts().body(QINGSHAN, "青山区科协");
        assertThat(keeping.enter(clerkOf(KUNDULUN), GivenTeams.form("借名的队", KUNDULUN, theirs)))
                .isInstanceOf(KeepingTeams.Kept.OutOfReach.class);
        var own = new Scope(clerk().actor(), Right.RUN_TEAMS, clerk().day(), Set.of(), Set.of(theirs), Set.of());
        assertThat(keeping.enter(own, GivenTeams.form("馆里的队", new RegionCode("159999"), theirs)))
                .isInstanceOf(KeepingTeams.Kept.OutOfReach.class);
        assertThat(keeping.enter(own, GivenTeams.form("馆里的队", KUNDULUN, theirs)))
                .isInstanceOf(KeepingTeams.Kept.OutOfReach.class);
        assertThat(keeping.enter(own, GivenTeams.form("馆里的队", QINGSHAN, theirs)))
                .isInstanceOf(KeepingTeams.Kept.Done.class);
    }

    @Test
    void of_many_who_enter_one_title_at_once_one_has_it() {
        assertThat(together(6, who -> keeping.enter(clerk(), GivenTeams.form("友谊科技志愿服务队", KUNDULUN))).stream()
                        .filter(KeepingTeams.Kept.Done.class::isInstance))
                .hasSize(1);
    }

    @Test
    void a_number_is_one_volunteer_however_many_ask_at_once() {
        assertThat(together(6, who -> joining.ask(team, self("乌云", "13800138001", false))))
                .allMatch(ASKED::equals);
        assertThat(members.of(clerk(), team)).hasSize(1);
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
        joining.ask(team, self("乌云", "13800138001", false));
        var old = sent().find("13800138001", CODE);
        given.database().sql("delete from notice.message").update();
        codes.renew(new PhoneNumber("13800138001"));
        codes.renew(new PhoneNumber("13900139001"));
        assertThat(given.database()
                        .sql("select count(*) from notice.message where secret")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(codes.holder(old, THERE)).isEmpty();
    }

    @Test
    void codes_cannot_be_tried_without_end() {
        var code = String.valueOf(((Joined.Done) joining.ask(team, self("乌云", LANDLINE, false))).code());
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

package org.kepu.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.Together;
import org.kepu.access.GivenAccounts;
import org.kepu.access.Role;
import org.kepu.page.NotFound;
import org.kepu.privacy.Approvals.Deciding;
import org.kepu.privacy.GivenPersons.Person;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnPostgres
class ReadingFullValuesTest {

    private static final String NAME = Dependants.NAME;
    private static final RegionCode LEAGUE = new RegionCode("152500");

    @Autowired
    private GivenPersons given;

    @Autowired
    private GivenAccounts accounts;

    @Autowired
    private ReadingFullValues reading;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Dependants dependants;

    @Autowired
    private Purposes purposes;

    @Autowired
    private JdbcClient database;

    private Person guardian;
    private UUID child;
    private Scope clerk;
    private Scope officer;

    @BeforeEach
    void aChildAndItsNeighbour() {
        given.onCleanGround();
        database.sql("delete from privacy.approval").update();
        database.sql("delete from privacy.dependant").update();
        guardian = given.busy(101);
        given.busy(102);
        child = dependants.of(guardian.id()).getFirst().id();
        clerk = accounts.scope(Right.READ_PERSONAL);
        officer = given.officer(Right.KEEP_PRIVACY);
    }

    @Test
    void without_an_approval_a_childs_name_is_not_read_and_nothing_is_written_down() {
        assertThat(reading.read(clerk, NAME, child, "dependants")).isEqualTo(new Reading.NeedsApproval());
        assertThat(looks()).isZero();
        assertThat(reading.before(clerk, NAME, child).masked()).isEqualTo("小*");
        assertThat(reading.before(clerk, NAME, child).value()).isEmpty();
    }

    @Test
    void with_an_approval_each_read_is_exactly_one_line_about_the_guardian() {
        approve(2);
        assertThat(reading.read(clerk, NAME, child, "dependants")).isEqualTo(new Reading.Shown(guardian.child()));
        assertThat(looks()).isEqualTo(1);
        assertThat(reading.read(clerk, NAME, child, "dependants")).isEqualTo(new Reading.Shown(guardian.child()));
        assertThat(looks()).isEqualTo(2);
        assertThat(database.sql("""
                        select concat_ws('|', act, subject, label, reason, region) from audit.entry
                        where act = 'privacy.act.read' and subject = :guardian order by at desc limit 1
                        """)
                        .param("guardian", guardian.id())
                        .query(String.class)
                        .single())
                .isEqualTo("privacy.act.read|" + guardian.id() + "|姓名|代未成年人登记|150000");
    }

    @Test
    void without_a_purpose_of_the_register_there_is_no_value() {
        approve(2);
        for (var purpose : List.of("", "leading-group", "whatever")) {
            assertThat(reading.read(clerk, NAME, child, purpose)).isEqualTo(new Reading.NoPurpose());
        }
        assertThat(looks()).isZero();
    }

    @Test
    void an_approval_is_for_one_reader_one_value_and_one_purpose() {
        approve(2);
        var other = accounts.scope(Role.PRIVACY_OFFICER, GivenAccounts.TOP, Right.READ_PERSONAL);
        assertThat(reading.read(other, NAME, child, "dependants")).isEqualTo(new Reading.NeedsApproval());
        assertThat(reading.read(clerk, Dependants.BIRTH, child, "dependants")).isEqualTo(new Reading.NeedsApproval());
        var neighbour = dependants.of(given.person(102).id()).getFirst().id();
        assertThat(reading.read(clerk, NAME, neighbour, "dependants")).isEqualTo(new Reading.NeedsApproval());
    }

    @Test
    void an_approval_ends_and_a_refusal_opens_nothing() {
        approve(1);
        database.sql(
                        "update privacy.approval set asked_at = asked_at - interval '2 h', decided_at = decided_at - interval '2 h', lasts_until = lasts_until - interval '2 h'")
                .update();
        assertThat(reading.read(clerk, NAME, child, "dependants")).isEqualTo(new Reading.NeedsApproval());

        ask(3);
        assertThat(approvals.decide(officer, open(), false, new Reason("与用途不符")))
                .isEqualTo(Deciding.DECIDED);
        assertThat(reading.read(clerk, NAME, child, "dependants")).isEqualTo(new Reading.NeedsApproval());
    }

    @Test
    void nobody_approves_the_own_question_not_even_in_sql() {
        var both = given.officer(Right.READ_PERSONAL);
        assertThat(approvals.ask(
                        both, NAME, child, reading.before(both, NAME, child), purpose(), new Reason("核对名册"), 2))
                .isTrue();
        assertThat(approvals.decide(officer, open(), true, new Reason("同意"))).isEqualTo(Deciding.OWN);
        assertThat(reading.read(both, NAME, child, "dependants")).isEqualTo(new Reading.NeedsApproval());
        assertThatThrownBy(() -> database.sql("""
                        update privacy.approval set decided_by = reader, decided_at = now(), granted = true, decision = '是',
                            lasts_until = now() + interval '1 h'
                        """).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("approval_by_somebody_else");
    }

    @Test
    void no_approval_lasts_longer_than_a_day() {
        assertThatThrownBy(() -> ask(25))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("approval_lasts_a_day");
        ask(24);
        assertThatThrownBy(() -> database.sql("""
                        update privacy.approval set decided_by = gen_random_uuid(), decided_at = now(), granted = true,
                            decision = '是', lasts_until = now() + interval '25 h'
                        """).update()).hasMessageContaining("approval_ends_in_time");
    }

    @Test
    void of_those_who_decide_at_once_one_decides() {
        ask(2);
        var id = open();
        var outcomes =
                Together.together(8, one -> approvals.decide(officer, id, one % 2 == 0, new Reason("第" + one + "人")));
        assertThat(outcomes).containsOnlyOnce(Deciding.DECIDED);
        assertThat(outcomes.stream().filter(Deciding.OVERTAKEN::equals)).hasSize(7);
    }

    @Test
    void out_of_reach_and_not_there_are_the_same() {
        var league = accounts.scope(Role.OFFICE_CLERK, LEAGUE, Right.READ_PERSONAL);
        for (var record : List.of(child, new UUID(1, 1))) {
            assertThatThrownBy(() -> reading.read(league, NAME, record, "dependants"))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> reading.read(clerk, "privacy.request.words", child, "rights"))
                .isInstanceOf(NotFound.class);
        var nothing = Scope.nothing(clerk.actor(), Right.READ_PERSONAL);
        assertThatThrownBy(() -> reading.read(nothing, NAME, child, "dependants"))
                .isInstanceOf(NotFound.class);
        ask(2);
        var leagueOfficer = accounts.scope(Role.PRIVACY_OFFICER, LEAGUE, Right.KEEP_PRIVACY);
        assertThat(approvals.all(leagueOfficer)).isEmpty();
        var id = open();
        assertThatThrownBy(() -> approvals.decide(leagueOfficer, id, true, new Reason("同意")))
                .isInstanceOf(NotFound.class);
    }

    private void approve(int hours) {
        ask(hours);
        assertThat(approvals.decide(officer, open(), true, new Reason("核实后同意"))).isEqualTo(Deciding.DECIDED);
        assertThat(approvals
                        .own(clerk, NAME, child)
                        .getFirst()
                        .decision()
                        .orElseThrow()
                        .until())
                .isBefore(java.time.Instant.now().plus(Duration.ofHours(hours)));
    }

    private void ask(int hours) {
        assertThat(approvals.ask(
                        clerk, NAME, child, reading.before(clerk, NAME, child), purpose(), new Reason("核对研学名册"), hours))
                .isTrue();
    }

    private Purpose purpose() {
        return purposes.find("dependants").orElseThrow();
    }

    private UUID open() {
        return approvals.all(officer).stream()
                .filter(one -> one.decision().isEmpty())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private int looks() {
        return database.sql("""
                select count(*) from audit.entry
                where act = 'privacy.act.read' and object = :child
                """)
                .param("child", child.toString())
                .query(Integer.class)
                .single();
    }
}

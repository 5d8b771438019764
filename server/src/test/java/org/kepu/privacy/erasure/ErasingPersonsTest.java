package org.kepu.privacy.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.Together;
import org.kepu.access.GivenAccounts;
import org.kepu.access.Role;
import org.kepu.audit.Trail;
import org.kepu.privacy.Divisions;
import org.kepu.privacy.GivenPersons;
import org.kepu.privacy.Kept;
import org.kepu.privacy.PersonalData;
import org.kepu.privacy.Subject;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class ErasingPersonsTest {

    @Autowired
    private GivenPersons given;

    @Autowired
    private ErasingPersons erasing;

    @Autowired
    private List<PersonalData> places;

    @Autowired
    private Kept kept;

    @Autowired
    private GivenAccounts accounts;

    @Autowired
    private WholeDatabase whole;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void clear() {
        given.onCleanGround();
        database.sql("delete from notice.message").update();
        database.sql("delete from privacy.erasure_step").update();
        database.sql("delete from privacy.erasure").update();
        database.sql("delete from privacy.request").update();
        database.sql("delete from privacy.dependant").update();
        database.sql("delete from access.account where kind = 'CITIZEN'").update();
    }

    @Test
    void after_erasure_no_cell_of_the_database_tells_of_the_person_and_all_still_tell_of_the_neighbour() {
        var person = given.busy(1);
        var neighbour = given.busy(2);
        assertThat(whole.tellingOf(person)).as("the scan finds what is there").isNotEmpty();
        var before = whole.tellingOf(neighbour);

        var erasure =
                erasing.run(erasing.begin(person.actor(), person.subject())).orElseThrow();

        assertThat(erasure.done()).isPresent();
        assertThat(whole.tellingOf(person)).isEmpty();
        assertThat(whole.tellingOf(neighbour)).isEqualTo(before).isNotEmpty();
        assertThat(kept.of(person.id())).isEmpty();
        assertThat(kept.of(neighbour.id())).isNotEmpty();
    }

    @Test
    void the_bare_identity_stays_only_where_it_is_declared() {
        var person = given.busy(1);
        erasing.run(erasing.begin(person.actor(), person.subject()));
        assertThat(whole.holding(person.id()))
                .isEqualTo(Set.of(
                        "audit.entry.actor",
                        "audit.entry.subject",
                        "privacy.consent_event.person",
                        "privacy.consent_event.actor",
                        "privacy.erasure.person",
                        "privacy.erasure.asked_by",
                        "privacy.erasure.proof",
                        "privacy.request.person",
                        "privacy.request.entered_by"));
    }

    @Test
    void the_proof_counts_place_by_place_and_its_hash_stands_on_the_trail() throws Exception {
        var person = given.busy(1);
        var erasure =
                erasing.run(erasing.begin(person.actor(), person.subject())).orElseThrow();
        var done = erasure.done().orElseThrow();

        assertThat(erasure.steps().stream().map(Erasure.Step::source))
                .containsExactlyInAnyOrderElementsOf(
                        places.stream().map(PersonalData::source).toList());
        assertThat(step(erasure, "notice.message").removed()).isEqualTo(2);
        assertThat(step(erasure, "privacy.dependant").removed()).isEqualTo(1);
        assertThat(step(erasure, "privacy.request").anonymised()).isEqualTo(1);
        assertThat(step(erasure, "privacy.consent").kept()).isEqualTo(2);
        var hash = HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256").digest(done.proof().getBytes(StandardCharsets.UTF_8)));
        assertThat(done.hash()).isEqualTo(hash);
        assertThat(database.sql("""
                        select changes::jsonb ->> 0 from audit.entry where act = 'privacy.act.erased' and object = :id
                        """)
                        .param("id", erasure.id().toString())
                        .query(String.class)
                        .single())
                .contains(hash);
        assertThat(database.sql("select contacts from privacy.erasure where id = :id")
                        .param("id", erasure.id())
                        .query((row, number) -> Objects.isNull(row.getString("contacts")))
                        .single())
                .isTrue();
    }

    @Test
    void killed_at_any_place_it_is_taken_up_and_comes_to_the_same_end() {
        for (int deadly = 0; deadly < places.size(); deadly++) {
            var person = given.busy(10 + deadly);
            var id = erasing.begin(person.actor(), person.subject());
            var mortal = diesAt(deadly);
            assertThatThrownBy(() -> mortal.run(id)).hasMessage("killed");
            var half = database.sql("select count(*) from privacy.erasure_step where erasure = :id")
                    .param("id", id)
                    .query(Integer.class)
                    .single();
            assertThat(half).isEqualTo(deadly);

            erasing.resume();
            assertThat(erasing.proof(id)).as("somebody may still be at it").isEmpty();
            database.sql("update privacy.erasure set moved_at = moved_at - interval '10 minutes' where id = :id")
                    .param("id", id)
                    .update();
            erasing.resume();

            assertThat(erasing.proof(id)).isPresent();
            assertThat(whole.tellingOf(person)).isEmpty();
        }
    }

    @Test
    void a_place_that_still_knows_the_person_leaves_no_proof() {
        var person = given.busy(1);
        var id = erasing.begin(person.actor(), person.subject());
        assertThatThrownBy(() -> forgetful().run(id))
                .hasMessageContaining("still tell of the person in notice.message");
        assertThat(erasing.proof(id)).isEmpty();
    }

    @Test
    void of_staff_the_work_stays_and_the_name_goes_from_it() {
        var leaving =
                new Actor(accounts.with(Role.EDITOR, GivenAccounts.TOP).account(), Actor.Kind.STAFF, "娜仁托娅", null, "");
        database.sql("update access.account set display_name = '娜仁托娅' where id = :id")
                .param("id", leaving.account())
                .update();
        for (var hand : List.of(leaving, accounts.office().actor())) {
            database.sql("""
                            insert into plan.document (sha256, file_name, content, received_at, received_by, received_by_account)
                            values (:sha, '方案.txt', '\\x00', now(), :name, :account)
                            """)
                    .param(
                            "sha",
                            HexFormat.of().formatHex(new byte[24])
                                    + hand.account()
                                            .toString()
                                            .substring(20, 36)
                                            .replace("-", "0"))
                    .param("name", hand.name())
                    .param("account", hand.account())
                    .update();
        }
        erasing.run(erasing.begin(leaving, kept.subject(leaving.account())));
        assertThat(database.sql("select received_by from plan.document order by received_by")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("已删除", accounts.office().actor().name());
        assertThat(kept.of(leaving.account())).isEmpty();
        assertThat(database.sql(
                                "select name || display_name || closed_at is not null from access.account where id = :id")
                        .param("id", leaving.account())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        database.sql("delete from access.role_grant where holder = :id")
                .param("id", leaving.account())
                .update();
        database.sql("delete from access.account where id = :id")
                .param("id", leaving.account())
                .update();
    }

    @Test
    void a_delegate_is_known_by_the_number_however_it_is_written() {
        var person = given.person(1);
        given.delegate(
                person, person.phone().substring(0, 3) + "-" + person.phone().substring(3));
        given.delegate(given.person(2), given.person(2).phone());
        assertThat(kept.of(person.id()).stream().map(one -> one.purpose().id())).contains("leading-group");

        erasing.run(erasing.begin(person.actor(), person.subject()));

        assertThat(whole.tellingOf(person)).isEmpty();
        assertThat(database.sql("select name from body.delegate order by name")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("已删除", given.person(2).name());
    }

    @Test
    void run_again_it_changes_nothing() {
        var person = given.busy(1);
        var id = erasing.begin(person.actor(), person.subject());
        var first = erasing.run(id);
        assertThat(erasing.run(id)).isEqualTo(first);
        assertThat(entries(id)).isEqualTo(1);
    }

    @Test
    void twenty_at_once_are_twenty_proofs_and_one_of_each_person() {
        var people =
                IntStream.range(0, 10).mapToObj(one -> given.busy(200 + one)).toList();
        var bystander = given.busy(300);
        var before = whole.tellingOf(bystander);

        var ids = Together.together(20, one -> {
            var person = people.get(one % 10);
            var id = erasing.begin(person.actor(), person.subject());
            erasing.run(id);
            return id;
        });

        ids.forEach(erasing::run);
        assertThat(ids.stream().distinct().map(erasing::proof)).allMatch(proof -> proof.isPresent());
        assertThat(ids.stream().distinct().mapToInt(this::entries)).allMatch(times -> times == 1);
        assertThat(people)
                .allSatisfy(person -> assertThat(whole.tellingOf(person)).isEmpty());
        assertThat(whole.tellingOf(bystander)).isEqualTo(before);
    }

    private static Erasure.Step step(Erasure erasure, String source) {
        return erasure.steps().stream()
                .filter(step -> step.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private int entries(UUID id) {
        return database.sql("select count(*) from audit.entry where act = 'privacy.act.erased' and object = :id")
                .param("id", id.toString())
                .query(Integer.class)
                .single();
    }

    /** The same work on a node that dies at one place. */
    private ErasingPersons diesAt(int deadly) {
        var mortal = new ArrayList<>(places);
        mortal.set(deadly, new Wrapped(places.get(deadly)) {
            @Override
            public Erased erase(Subject subject) {
                super.erase(subject);
                throw new IllegalStateException("killed");
            }
        });
        return with(mortal);
    }

    /** One place says that it erased, and did not. */
    private ErasingPersons forgetful() {
        return with(places.stream()
                .map(place -> place.source().equals("notice.message")
                        ? new Wrapped(place) {
                            @Override
                            public Erased erase(Subject subject) {
                                return Erased.NOTHING;
                            }
                        }
                        : place)
                .toList());
    }

    private ErasingPersons with(List<PersonalData> others) {
        return new ErasingPersons(
                given.bean(Erasures.class),
                others,
                given.bean(Divisions.class),
                given.bean(Trail.class),
                given.bean(TransactionTemplate.class),
                given.bean(Clock.class),
                30);
    }

    private static class Wrapped implements PersonalData {

        private final PersonalData inner;

        Wrapped(PersonalData inner) {
            this.inner = inner;
        }

        @Override
        public String source() {
            return inner.source();
        }

        @Override
        public String messageKey() {
            return inner.messageKey();
        }

        @Override
        public Set<String> columns() {
            return inner.columns();
        }

        @Override
        public List<Held> find(Subject subject) {
            return inner.find(subject);
        }

        @Override
        public Erased erase(Subject subject) {
            return inner.erase(subject);
        }

        @Override
        public int left(Subject subject) {
            return inner.left(subject);
        }
    }
}

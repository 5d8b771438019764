package org.kepu.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.audit.chain.Finding.Kind.COPY_GONE;
import static org.kepu.audit.chain.Finding.Kind.COPY_MISSING;
import static org.kepu.audit.chain.Finding.Kind.HEADS_EDITED;
import static org.kepu.audit.chain.Finding.Kind.HEADS_GONE;
import static org.kepu.audit.chain.Finding.Kind.HEADS_MISSING;
import static org.kepu.audit.chain.Finding.Kind.LINK_EDITED;
import static org.kepu.audit.chain.Finding.Kind.LINK_REMOVED;
import static org.kepu.audit.chain.Finding.Kind.ORDER_CHANGED;
import static org.kepu.audit.chain.Finding.Kind.REWRITTEN;
import static org.kepu.audit.chain.Finding.Kind.ROW_EDITED;
import static org.kepu.audit.chain.Finding.Kind.ROW_FORGED;
import static org.kepu.audit.chain.Finding.Kind.ROW_REMOVED;
import static org.kepu.audit.chain.Finding.Kind.STRAY_FORGED;
import static org.kepu.audit.chain.Finding.Kind.TAIL_CUT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a superuser does to the trail in SQL, with every trigger off, is found; and nothing else is. */
class TamperingTest extends QuietTrail {

    private static final int ACTS = 30;

    @Autowired
    private KeepingHeads heads;

    @Autowired
    private AuditSettings settings;

    private JdbcClient superuser;

    /** Heads at 10, 20 and 30. */
    @BeforeEach
    void aTrail() {
        superuser = given.superuser();
        for (var i = 0; i < 3; i++) {
            given.sealedActs(ACTS / 3);
            heads.keep();
        }
        sealing.all();
    }

    @Test
    void an_untouched_trail_is_whole() {
        var verdict = verifying.verify();

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.whole()).isTrue();
        // beginning the file of heads is an act of its own
        assertThat(verdict.links()).isEqualTo(ACTS + 1);
        assertThat(verdict.unsealed()).isZero();
        assertThat(verdict.heads()).isEqualTo(3);
        assertThat(verdict.sealedUpTo()).isEqualTo(ACTS + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "id | gen_random_uuid()",
                "at | at + interval '1 microsecond'",
                "actor | gen_random_uuid()",
                "actor_kind | 'SERVICE'",
                "actor_name | 'x'",
                "represented | gen_random_uuid()",
                "address | concat(address, ' ')",
                "act | 'plan.act.discarded'",
                "object_kind | 'planx'",
                "object | concat(object, '0')",
                "label | '方案九'",
                "region | null",
                "subject | gen_random_uuid()",
                "changes | '[]'",
                "reason | ''",
                "mark | decode(repeat('00', 32), 'hex')"
            })
    void an_edited_row_is_found_whichever_column_it_was(String column, String value) {
        superuser
                .sql("update audit.entry set %s = %s where number = 12".formatted(column, value))
                .update();

        assertThat(found()).containsExactly(Finding.at(ROW_EDITED, position(12)));
    }

    @Test
    void the_columns_tried_above_are_all_there_are_but_the_number() {
        assertThat(database.sql("""
                        select column_name from information_schema.columns
                        where table_schema = 'audit' and table_name = 'entry' order by ordinal_position
                        """).query(String.class).list())
                .containsExactly(StoredEntry.COLUMNS
                        .replaceAll("\\s", "")
                        .replace("e.", "")
                        .split(","));
    }

    @Test
    void a_row_whose_number_was_changed_is_missed_at_its_place() {
        renumber(() -> superuser
                .sql("update audit.entry set number = 1012 where number = 12")
                .update());

        assertThat(found()).containsExactly(Finding.at(ROW_REMOVED, position(12)));
        assertThat(verifying.verify().unsealed()).isEqualTo(1);
    }

    @Test
    void letters_of_the_changes_that_mean_the_same_are_not_the_same() {
        superuser
                .sql("update audit.entry set changes = (changes::text || ' ')::json where number = 12")
                .update();

        assertThat(found()).containsExactly(Finding.at(ROW_EDITED, position(12)));
    }

    @Test
    void a_removed_row_is_found() {
        superuser.sql("delete from audit.entry where number = 12").update();

        assertThat(found()).containsExactly(Finding.at(ROW_REMOVED, position(12)));
    }

    @Test
    void rows_removed_together_with_their_links_are_found() {
        superuser.sql("delete from audit.entry where number in (12, 13)").update();
        var place = position(12);
        superuser.sql("delete from audit.link where entry in (12, 13)").update();

        assertThat(found()).containsExactly(new Finding(LINK_REMOVED, place, place + 1));
    }

    @Test
    void the_first_row_is_missed_too() {
        superuser.sql("delete from audit.entry where number = 1").update();
        superuser.sql("delete from audit.link where position = 1").update();

        assertThat(found()).containsExactly(Finding.at(LINK_REMOVED, 1));
    }

    @Test
    void a_row_put_in_by_hand_is_found_before_it_is_in_the_chain_and_after() {
        forge();
        assertThat(found()).containsExactly(Finding.at(STRAY_FORGED, last()));

        sealing.all();
        assertThat(found()).containsExactly(Finding.at(ROW_FORGED, position(last())));
    }

    @Test
    void a_row_put_in_with_a_link_made_up_for_it_is_found() {
        forge();
        superuser.sql("""
                insert into audit.link (position, entry, algorithm, hash)
                select 32, :entry, 'SHA-256', sha256('made up')
                """).param("entry", last()).update();

        assertThat(found()).containsExactly(Finding.at(ROW_EDITED, 32));
    }

    @Test
    void a_copied_row_cannot_be_put_in_a_second_time() {
        superuser.sql("""
                insert into audit.entry (id, at, actor, actor_kind, actor_name, address, act, object_kind, object, label, region,
                                         changes, reason, mark)
                select gen_random_uuid(), at, actor, actor_kind, actor_name, address, act, object_kind, object, label, region,
                       changes, reason, mark
                from audit.entry where number = 12
                """).update();

        assertThat(found()).containsExactly(Finding.at(STRAY_FORGED, last()));
    }

    @ParameterizedTest
    @CsvSource({"12, 13", "12, 25", "1, 31"})
    void rows_that_changed_places_are_found_however_it_was_done(int one, int other) {
        var places = List.of(position(one), position(other)).stream().sorted().toList();
        var moved =
                places.stream().map(place -> Finding.at(ORDER_CHANGED, place)).toList();

        exchange("update audit.link set entry = %s where entry = %s", one, other);
        assertThat(found()).as("links point to each other's rows").isEqualTo(moved);
        exchange("update audit.link set entry = %s where entry = %s", one, other);
        assertThat(found()).as("put back").isEmpty();

        renumber(() -> exchange("update audit.entry set number = %s where number = %s", one, other));
        assertThat(found()).as("rows bear each other's numbers").isEqualTo(moved);
        renumber(() -> exchange("update audit.entry set number = %s where number = %s", one, other));

        exchange(
                "update audit.link set position = %s where position = %s",
                places.getFirst().intValue(), places.getLast().intValue());
        assertThat(found()).as("links bear each other's positions").isEqualTo(moved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash = sha256('x')", "algorithm = 'SM3'"})
    void an_edited_link_is_found(String change) {
        for (var place : List.of(1L, 10L, 12L, 31L)) {
            superuser
                    .sql("create table if not exists audit.kept as select * from audit.link")
                    .update();
            superuser
                    .sql("update audit.link set " + change + " where position = " + place)
                    .update();
            assertThat(found()).containsExactly(Finding.at(LINK_EDITED, place));
            superuser.sql("""
                    update audit.link set hash = kept.hash, algorithm = kept.algorithm
                    from audit.kept where kept.position = link.position
                    """).update();
            superuser.sql("drop table audit.kept").update();
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void a_tail_that_was_cut_off_is_missed_by_the_heads() {
        superuser.sql("delete from audit.link where position > 27").update();
        superuser
                .sql("delete from audit.entry where number not in (select entry from audit.link)")
                .update();

        assertThat(found()).containsExactly(new Finding(TAIL_CUT, 28, 31));
    }

    @Test
    void a_trail_that_was_emptied_is_missed() {
        superuser.sql("truncate audit.entry, audit.link, audit.head").update();

        assertThat(found()).containsExactly(new Finding(TAIL_CUT, 1, 31));
    }

    @Test
    void a_chain_made_anew_without_a_row_does_not_fit_the_heads() {
        superuser.sql("delete from audit.entry where number = 12").update();
        superuser.sql("truncate audit.link").update();
        sealing.all();
        given.sealedActs(1);

        assertThat(found()).containsExactly(Finding.at(REWRITTEN, 21));
    }

    @Test
    void a_line_of_the_heads_that_was_changed_is_found() throws IOException {
        for (var line : List.of(1, 2, 3)) {
            var kept = lines();
            var changed = new ArrayList<>(kept);
            changed.set(line, kept.get(line).replaceFirst("^(\\d+ \\S+ )\\d", "$19"));
            write(changed);
            assertThat(found()).containsExactly(Finding.at(HEADS_EDITED, line));
            write(kept);
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void lines_taken_from_the_heads_are_missed() throws IOException {
        for (var line : List.of(1, 2, 3)) {
            var kept = lines();
            var fewer = new ArrayList<>(kept);
            fewer.remove((int) line);
            write(fewer);
            assertThat(found()).containsExactly(Finding.at(HEADS_MISSING, line));
            write(kept);
        }
        write(lines().subList(0, 1));
        assertThat(found()).containsExactly(new Finding(HEADS_MISSING, 1, 3));
    }

    @Test
    void a_file_of_heads_that_is_gone_is_missed_and_beginning_another_is_on_the_trail() throws IOException {
        Files.delete(settings.file());
        assertThat(found()).containsExactly(Finding.at(HEADS_GONE, 0));

        given.sealedActs(1);
        heads.keep();
        assertThat(database.sql("select count(*) from audit.entry where act = 'audit.act.heads-begun'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void the_copy_of_the_heads_is_held_against_them_too() throws IOException {
        var copy = settings.copy().orElseThrow();
        assertThat(Files.readAllLines(copy)).isEqualTo(lines());

        Files.write(copy, lines().subList(0, 3));
        assertThat(found()).containsExactly(Finding.at(COPY_MISSING, 3));
        Files.delete(copy);
        assertThat(found()).containsExactly(Finding.at(COPY_GONE, 0));

        given.sealedActs(1);
        heads.keep();
        assertThat(Files.readAllLines(copy)).as("made up for").isEqualTo(lines());
        assertThat(found()).isEmpty();
    }

    @Test
    void a_torn_line_in_the_copy_or_one_that_is_unknown_does_not_stop_it() throws IOException {
        var copy = settings.copy().orElseThrow();
        Files.writeString(copy, "4 2026-", StandardOpenOption.APPEND);
        given.sealedActs(1);
        heads.keep();
        assertThat(Files.readAllLines(copy)).isEqualTo(lines());

        Files.writeString(copy, "what nobody wrote\n", StandardOpenOption.APPEND);
        given.sealedActs(1);
        heads.keep();
        assertThat(Files.readAllLines(copy).getLast()).isEqualTo(lines().getLast());
    }

    @Test
    void rows_that_wait_are_counted_and_no_finding() {
        given.acts(2);
        superuser.sql("truncate audit.link").update();
        superuser.sql("truncate audit.head").update();
        var verdict = verifying.verify();
        assertThat(verdict.links()).isZero();
        assertThat(verdict.unsealed()).isEqualTo(ACTS + 3);
        assertThat(verdict.late()).isZero();
        assertThat(verdict.findings()).containsExactly(new Finding(TAIL_CUT, 1, 31));
    }

    private List<Finding> found() {
        return verifying.verify().findings();
    }

    private long position(long number) {
        return database.sql("select position from audit.link where entry = :number")
                .param("number", number)
                .query(Long.class)
                .single();
    }

    private long last() {
        return database.sql("select max(number) from audit.entry")
                .query(Long.class)
                .single();
    }

    private void forge() {
        superuser.sql("""
                insert into audit.entry (id, at, actor, actor_kind, actor_name, address, act, object_kind, object, label,
                                         changes, reason, mark)
                values (gen_random_uuid(), now(), gen_random_uuid(), 'STAFF', '', '', 'plan.act.confirmed', 'plan', '1', '',
                        '[]', '', sha256('made up'))
                """).update();
    }

    /** Numbers are the database's to give, until a superuser says otherwise. */
    private void renumber(Runnable change) {
        superuser
                .sql("alter table audit.entry alter column number drop identity")
                .update();
        change.run();
        superuser
                .sql("alter table audit.entry alter column number add generated always as identity")
                .update();
    }

    private void exchange(String update, int one, int other) {
        for (var step : List.of(update.formatted(-1, one), update.formatted(one, other), update.formatted(other, -1))) {
            superuser.sql(step.replace("position = -1", "position = 1000000")).update();
        }
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(settings.file());
    }

    private void write(List<String> lines) throws IOException {
        Files.write(settings.file(), lines);
    }
}

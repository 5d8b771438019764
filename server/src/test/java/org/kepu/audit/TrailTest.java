package org.kepu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.Together;
import org.kepu.audit.chain.GivenTrail;
import org.kepu.audit.chain.QuietTrail;
import org.kepu.region.OnPostgres;
import org.kepu.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import tools.jackson.databind.ObjectMapper;

class TrailTest extends QuietTrail {

    private static final int WRITERS = 40;
    private static final int ACTS_EACH = 25;

    @Autowired
    private Vault vault;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private Clock clock;

    @Test
    void an_act_is_kept_with_all_that_was_said_of_it() {
        given.record(
                CLERK,
                GivenTrail.act(7)
                        .about(new UUID(5, 6))
                        .changed("title", null, "\"新\" \\ \n标题")
                        .changed("same", 1, 1));

        assertThat(database.sql("""
                        select concat_ws('|', actor, actor_kind, actor_name, represented, address, act, object_kind, object, label,
                                         region, subject, changes, reason)
                        from audit.entry
                        """).query(String.class).list())
                .containsExactly(
                        "00000000-0000-0001-0000-000000000002|STAFF||00000000-0000-0003-0000-000000000004|10.0.0.1"
                                + "|plan.act.confirmed|plan|plan-7|方案7|152500|00000000-0000-0005-0000-000000000006"
                                + "|[{\"field\":\"state\",\"before\":\"DRAFT\",\"after\":\"IN_FORCE\"},"
                                + "{\"field\":\"title\",\"after\":\"\\\"新\\\" \\\\ \\n标题\"}]|第7次");
        sealing.all();
        assertThat(verifying.verify().findings()).isEmpty();
    }

    @Test
    void an_act_outside_of_a_transaction_is_not_taken() {
        assertThatThrownBy(() -> trail.record(CLERK, GivenTrail.act(1)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(rows()).isZero();
    }

    @Test
    void a_change_that_is_rolled_back_leaves_no_row() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    trail.record(CLERK, GivenTrail.act(1));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        given.record(CLERK, GivenTrail.act(2));

        sealing.all();
        assertThat(database.sql("select object from audit.entry")
                        .query(String.class)
                        .list())
                .containsExactly("plan-2");
        assertThat(verifying.verify().findings()).isEmpty();
    }

    @Test
    void many_writers_at_once_give_one_chain_without_a_gap() {
        Together.together(WRITERS, writer -> {
            given.acts(ACTS_EACH);
            return writer;
        });
        sealing.all();

        assertThat(database.sql("select position from audit.link order by position")
                        .query(Long.class)
                        .list())
                .isEqualTo(
                        LongStream.rangeClosed(1, WRITERS * ACTS_EACH).boxed().toList());
        var verdict = verifying.verify();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.links()).isEqualTo(WRITERS * ACTS_EACH);
        assertThat(verdict.unsealed()).isZero();
    }

    @Test
    void writers_do_not_wait_for_one_who_is_slow_and_his_rows_are_sealed_after_theirs() {
        transaction.executeWithoutResult(status -> {
            trail.record(CLERK, GivenTrail.act(1));
            Together.together(WRITERS, writer -> {
                given.acts(1);
                return writer;
            });
            sealing.all();
            assertThat(links()).isEqualTo(WRITERS);
        });
        sealing.all();

        assertThat(links()).isEqualTo(WRITERS + 1);
        assertThat(verifying.verify().findings()).isEmpty();
    }

    @Test
    void rows_of_a_node_that_died_after_the_commit_are_sealed_by_the_next_round() {
        var node = new Trail(database, vault, json, clock, given.dead());
        for (var i = 1; i <= 3; i++) {
            var number = i;
            transaction.executeWithoutResult(status -> node.record(CLERK, GivenTrail.act(number)));
        }
        assertThat(links()).isZero();
        assertThat(verifying.verify().unsealed()).isEqualTo(3);

        assertThat(sealing.all()).isEqualTo(3);
        assertThat(links()).isEqualTo(3);
        assertThat(verifying.verify().findings()).isEmpty();
    }

    @Test
    void nodes_that_seal_at_the_same_moment_make_one_chain() {
        given.acts(WRITERS);
        Together.together(6, node -> sealing.all());
        sealing.all();

        assertThat(links()).isEqualTo(WRITERS);
        assertThat(verifying.verify().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"entry", "link", "head", "verification"})
    void the_program_can_neither_change_nor_remove_what_is_on_the_trail(String table) {
        given.sealedActs(2);
        for (var attempt : List.of(
                "update audit.%s set %s = %s".formatted(table, column(table), column(table)),
                "delete from audit." + table,
                "truncate audit." + table,
                "drop table audit." + table,
                "alter table audit." + table + " disable trigger all",
                "create trigger mine before insert on audit." + table
                        + " for each row execute function audit.refuse()")) {
            refused(database, attempt);
        }
        assertThat(verifying.verify().links()).isEqualTo(2);
    }

    @Test
    void the_program_can_make_nothing_in_any_schema() {
        for (var schema : List.of("public", "audit", "access", "region", "plan")) {
            refused(database, "create table " + schema + ".mine (x int)");
        }
        refused(database, "create schema mine");
        refused(database, "alter table access.account add column x int");
        refused(database, "drop function audit.refuse() cascade");
        refused(database, "update audit.flyway_schema_history set success = false");
        refused(database, "set session_replication_role = replica");
        refused(database, "set role kepu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"entry", "link", "head", "verification"})
    void where_the_owner_serves_too_triggers_refuse_it(String table) {
        given.sealedActs(1);
        var owner = OnPostgres.Server.owner(database);
        refused(owner, "update audit.%s set %s = %s".formatted(table, column(table), column(table)));
        refused(owner, "delete from audit." + table);
        refused(owner, "truncate audit." + table + " cascade");
        assertThat(verifying.verify().links()).isEqualTo(1);
    }

    private static String column(String table) {
        return switch (table) {
            case "entry" -> "label";
            case "link" -> "hash";
            case "head" -> "text";
            default -> "rows";
        };
    }

    private static void refused(JdbcClient database, String statement) {
        assertThatThrownBy(() -> database.sql(statement).update())
                .as(statement)
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
    }

    private long links() {
        return database.sql("select count(*) from audit.link").query(Long.class).single();
    }

    private long rows() {
        return database.sql("select count(*) from audit.entry")
                .query(Long.class)
                .single();
    }
}

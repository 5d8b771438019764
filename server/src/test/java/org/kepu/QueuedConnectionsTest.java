package org.kepu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has waited longest for a connection gets the next. */
@OnPostgres
class QueuedConnectionsTest {

    private static final int ROUNDS = 20;

    @Autowired
    JdbcClient database;

    @Autowired
    DataSource ofTheProgram;

    private HikariDataSource pool;
    private DataSource connections;

    @BeforeEach
    void one_connection_for_all() {
        var login = OnPostgres.Server.logins(database).application();
        pool = new HikariDataSource();
        pool.setJdbcUrl(login.jdbcUrl());
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(5_000);
        connections = new QueuedConnections(pool, 1);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void the_program_takes_its_connections_from_the_queue() {
        assertThat(ofTheProgram).isInstanceOf(QueuedConnections.class);
    }

    /** By the pool alone, whoever gives a connection back and asks at once mostly gets it again. */
    @Test
    void who_gives_a_connection_back_waits_behind_those_who_wait() throws Exception {
        var turns = new CopyOnWriteArrayList<String>();
        for (int round = 0; round < ROUNDS; round++) {
            var held = connections.getConnection();
            var waiting = Thread.ofPlatform().start(() -> turn(turns, "waited"));
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            held.close();
            turn(turns, "came back");
            waiting.join();
        }
        assertThat(turns)
                .isEqualTo(IntStream.range(0, ROUNDS)
                        .boxed()
                        .flatMap(round -> List.of("waited", "came back").stream())
                        .toList());
    }

    private void turn(List<String> turns, String who) {
        try (var mine = connections.getConnection()) {
            assertThat(mine.isValid(1)).isTrue();
            turns.add(who);
        } catch (SQLException e) {
            turns.add(e.getMessage());
        }
    }

    /** As where a page reads a figure in a snapshot of its own. */
    @Test
    void who_has_one_gets_a_second_however_many_wait_for_their_first() {
        pool.setMaximumPoolSize(5);
        var few = new QueuedConnections(pool, 5);
        var answers = together(12, person -> {
            try (var first = few.getConnection();
                    var second = few.getConnection()) {
                return first.isValid(1) && second.isValid(1) ? "both" : "broken";
            } catch (SQLException e) {
                return e.getMessage();
            }
        });
        assertThat(answers).isEqualTo(Collections.nCopies(12, "both"));
    }

    @Test
    void what_is_closed_twice_is_given_back_once() throws SQLException {
        pool.setConnectionTimeout(250);
        var impatient = new QueuedConnections(pool, 1);
        var first = impatient.getConnection();
        first.close();
        first.close();
        try (var held = impatient.getConnection()) {
            assertThat(held.isClosed()).isFalse();
            assertThat(askedByAnother(impatient)).isEqualTo("no connection within 250 ms");
        }
        assertThat(askedByAnother(impatient)).isEqualTo("here it is");
    }

    private static String askedByAnother(DataSource connections) {
        return together(1, person -> {
                    try (var mine = connections.getConnection()) {
                        return mine.isClosed() ? "closed" : "here it is";
                    } catch (SQLException e) {
                        return e.getMessage();
                    }
                })
                .getFirst();
    }

    @Test
    void a_connection_that_fails_keeps_nobodys_turn() throws SQLException {
        try (var broken = new HikariDataSource()) {
            broken.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/nowhere");
            broken.setInitializationFailTimeout(-1);
            broken.setMaximumPoolSize(1);
            broken.setConnectionTimeout(250);
            var queued = new QueuedConnections(broken, 1);
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(queued::getConnection).hasMessageContaining("Connection is not available");
            }
        }
    }
}

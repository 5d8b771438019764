package org.kepu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.Together;
import org.kepu.access.GivenAccounts.Given;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Guessing against the running program, from one address. */
class GuessesTest extends RunningSite {

    private static final int GUESSERS = 20;
    private static final int GUESSES = 500;

    @Autowired
    private JdbcClient database;

    private Given clerk;

    @BeforeEach
    @AfterEach
    void nothingHasBeenTried() {
        OnPostgres.Server.owner(database).sql("truncate guard.attempt").update();
        clerk = accounts.with(Role.EDITOR, GivenAccounts.TOP);
    }

    @Test
    void of_ten_thousand_guesses_fifty_reach_the_password_and_the_trail_has_one_line_of_it() {
        var before = lockOuts("ONE_ADDRESS");
        var answers = Together.together(GUESSERS, guesser -> {
            var visitor = visitor();
            visitor.get("/sign-in");
            return IntStream.range(0, GUESSES)
                    .mapToObj(guess -> guess(visitor, "name" + guesser * GUESSES + guess))
                    .collect(Collectors.groupingBy(answer -> answer, TreeMap::new, Collectors.counting()));
        });
        var counted = answers.stream()
                .flatMap(one -> one.entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.summingLong(Map.Entry::getValue)));
        System.out.println("guesses at sign-in: " + GUESSERS * GUESSES + ", answered " + counted);

        assertThat(counted)
                .containsExactlyEntriesOf(
                        new TreeMap<>(Map.of("/sign-in?wait", GUESSERS * GUESSES - 50L, "/sign-in?wrong", 50L)));
        assertThat(guess(visitorAtTheForm(), clerk.name(), clerk.password())).isEqualTo("/sign-in?wait");
        assertThat(lockOuts("ONE_ADDRESS") - before).isEqualTo(1);
        assertThat(database.sql("select count(*) from guard.attempt")
                        .query(Integer.class)
                        .single())
                .isLessThan(200);
    }

    @Test
    void the_sixth_guess_at_one_name_is_told_to_wait_and_so_is_the_right_password() {
        var visitor = visitorAtTheForm();
        for (int i = 0; i < 5; i++) {
            assertThat(guess(visitor, clerk.name(), "guess " + i)).isEqualTo("/sign-in?wrong");
        }
        assertThat(guess(visitor, clerk.name(), clerk.password())).isEqualTo("/sign-in?wait");
        assertThat(visitor.get("/sign-in?wait").body()).contains("尝试次数过多，请 15 分钟后再试。");
        database.sql("update guard.attempt set until = now()").update();
        assertThat(guess(visitorAtTheForm(), clerk.name(), clerk.password())).isEqualTo("/desk");
    }

    private Visitor visitorAtTheForm() {
        var visitor = visitor();
        visitor.get("/sign-in");
        return visitor;
    }

    private static String guess(Visitor visitor, String name) {
        return guess(visitor, name, "a guess");
    }

    private static String guess(Visitor visitor, String name, String password) {
        return visitor.post("/sign-in", "name", name, "password", password).location();
    }

    private int lockOuts(String rule) {
        return database.sql("select count(*) from audit.entry where act = 'access.act.locked-out' and object = :rule")
                .param("rule", rule)
                .query(Integer.class)
                .single();
    }
}

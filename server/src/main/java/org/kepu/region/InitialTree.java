package org.kepu.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plants the tree down to the banners in an empty database. A code that has any state already is left alone: what clerks have changed
 * since is theirs.
 */
@Component
class InitialTree implements SmartInitializingSingleton {

    /** The first day of the 14th five-year period, which the plans in force begin with. The tree above the sumu is the same since. */
    static final LocalDate FIRST_EDITION = LocalDate.of(2021, 1, 1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    InitialTree(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> plant(divisions()));
    }

    private void plant(List<String[]> divisions) {
        TreeLock.take(jdbc);
        jdbc.sql("insert into region.edition values (:since, 'GB/T 2260') on conflict do nothing")
                .param("since", FIRST_EDITION)
                .update();
        jdbc.sql("""
                        with division as (
                            select code, name, nullif(parent, '') as parent,
                                   array_remove(string_to_array(traits, ' '), '') as traits
                            from unnest(:codes, :names, :parents, :traits) as division (code, name, parent, traits)
                        ), fresh as (
                            insert into region.region (code) select code from division on conflict do nothing returning code
                        )
                        insert into region.state (code, name, parent, traits, during)
                        select code, name, parent, traits, daterange(:since, null)
                        from division join fresh using (code)
                        """)
                .param("codes", column(divisions, 0))
                .param("names", column(divisions, 1))
                .param("parents", column(divisions, 2))
                .param("traits", column(divisions, 3))
                .param("since", FIRST_EDITION)
                .update();
    }

    private static String[] column(List<String[]> rows, int index) {
        return rows.stream().map(row -> row[index]).toArray(String[]::new);
    }

    static List<String[]> divisions() {
        try (var file = new ClassPathResource("region/divisions.csv").getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 4))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

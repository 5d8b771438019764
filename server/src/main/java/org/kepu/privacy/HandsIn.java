package org.kepu.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The names of those who did something, each in a column beside the account in {@code COLUMN_account}. When the person is erased
 * what was done stays, the name goes (个人信息保护法 art. 47).
 */
public abstract class HandsIn implements PersonalData {

    private static final String GONE = "已删除";

    private final JdbcClient database;
    private final String source;
    private final String messageKey;
    private final List<String> places;

    /** @param places the columns of names, as {@code schema.table.column} */
    protected HandsIn(JdbcClient database, String source, String messageKey, String... places) {
        this.database = database;
        this.source = source;
        this.messageKey = messageKey;
        this.places = List.copyOf(Arrays.asList(places));
    }

    @Override
    public final String source() {
        return source;
    }

    @Override
    public final String messageKey() {
        return messageKey;
    }

    @Override
    public final Set<String> columns() {
        return places.stream()
                .flatMap(place -> Stream.of(place, place + "_account"))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public final List<Held> find(Subject subject) {
        return places.stream()
                .flatMap(place -> borne(place, subject).map(name -> new Held("work-records", place, name)))
                .toList();
    }

    private Stream<String> borne(String place, Subject subject) {
        return database
                .sql("select distinct %2$s from %1$s where %2$s_account = :person and %2$s <> :gone"
                        .formatted(table(place), column(place)))
                .param("person", subject.person())
                .param("gone", GONE)
                .query(String.class)
                .list()
                .stream();
    }

    @Override
    public final Erased erase(Subject subject) {
        return new Erased(
                0, places.stream().mapToInt(place -> empty(place, subject)).sum(), 0);
    }

    private int empty(String place, Subject subject) {
        return database.sql("update %1$s set %2$s = :gone where %2$s_account = :person and %2$s <> :gone"
                        .formatted(table(place), column(place)))
                .param("person", subject.person())
                .param("gone", GONE)
                .update();
    }

    @Override
    public final int left(Subject subject) {
        return find(subject).size();
    }

    private static String table(String place) {
        return place.substring(0, place.lastIndexOf('.'));
    }

    private static String column(String place) {
        return place.substring(place.lastIndexOf('.') + 1);
    }
}

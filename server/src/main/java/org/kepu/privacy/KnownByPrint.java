package org.kepu.privacy;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People without an account, known by the fingerprint of a telephone number or an address. What they did stays, the person goes
 * (个人信息保护法 art. 47).
 */
public abstract class KnownByPrint implements PersonalData {

    protected final JdbcClient database;
    private final String table;
    private final String messageKey;
    private final String print;
    private final String emptied;

    /**
     * @param table where they are, as {@code schema.table}
     * @param print its column of fingerprints
     * @param emptied what it says of a person who is gone, as assignments
     */
    protected KnownByPrint(JdbcClient database, String table, String messageKey, String print, String emptied) {
        this.database = database;
        this.table = table;
        this.messageKey = messageKey;
        this.print = print;
        this.emptied = emptied;
    }

    /** The fingerprint of a value that the person is known by; none if it is of another kind. */
    protected abstract Stream<String> print(String value);

    @Override
    public final String source() {
        return table;
    }

    @Override
    public final String messageKey() {
        return messageKey;
    }

    @Override
    public final Erased erase(Subject subject) {
        int anonymised = database.sql("update %s set %s where %s = any(:prints)".formatted(table, emptied, print))
                .param("prints", prints(subject))
                .update();
        return new Erased(0, anonymised, 0);
    }

    @Override
    public final int left(Subject subject) {
        return database.sql("select count(*) from %s where %s = any(:prints)".formatted(table, print))
                .param("prints", prints(subject))
                .query(Integer.class)
                .single();
    }

    protected final String[] prints(Subject subject) {
        return subject.values().stream().flatMap(this::print).toArray(String[]::new);
    }
}

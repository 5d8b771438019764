package org.kepu.file;

import java.util.List;
import java.util.Set;
import org.kepu.privacy.PersonalData;
import org.kepu.privacy.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who kept which file. When the person is erased the file stays with what it belongs to, the name goes. */
@Component
class HandsInFiles implements PersonalData {

    private static final String GONE = "已删除";

    private final JdbcClient database;

    HandsInFiles(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String source() {
        return "file.file";
    }

    @Override
    public String messageKey() {
        return "file.hands";
    }

    @Override
    public Set<String> columns() {
        return Set.of("file.file.kept_by", "file.file.kept_by_account");
    }

    @Override
    public List<Held> find(Subject subject) {
        return database
                .sql("select distinct kept_by from file.file where kept_by_account = :person and kept_by <> :gone")
                .param("person", subject.person())
                .param("gone", GONE)
                .query(String.class)
                .stream()
                .map(name -> new Held("work-records", "file.file.kept_by", name))
                .toList();
    }

    @Override
    public Erased erase(Subject subject) {
        return new Erased(
                0,
                database.sql("""
                        update file.file set kept_by = :gone where kept_by_account = :person and kept_by <> :gone
                        """)
                        .param("person", subject.person())
                        .param("gone", GONE)
                        .update(),
                0);
    }

    @Override
    public int left(Subject subject) {
        return find(subject).size();
    }
}

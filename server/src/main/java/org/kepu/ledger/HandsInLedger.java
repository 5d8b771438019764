package org.kepu.ledger;

import java.util.List;
import java.util.Set;
import org.kepu.privacy.PersonalData;
import org.kepu.privacy.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who took which step of a task. When the person is erased the step stays, the name goes. */
@Component
class HandsInLedger implements PersonalData {

    private static final String GONE = "已删除";

    private final JdbcClient database;

    HandsInLedger(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String source() {
        return "ledger.task_event";
    }

    @Override
    public String messageKey() {
        return "ledger.hands";
    }

    @Override
    public Set<String> columns() {
        return Set.of("ledger.task_event.by", "ledger.task_event.by_account");
    }

    @Override
    public List<Held> find(Subject subject) {
        return database
                .sql("select distinct by from ledger.task_event where by_account = :person and by <> :gone")
                .param("person", subject.person())
                .param("gone", GONE)
                .query(String.class)
                .stream()
                .map(name -> new Held("work-records", "ledger.task_event.by", name))
                .toList();
    }

    @Override
    public Erased erase(Subject subject) {
        return new Erased(
                0,
                database.sql("update ledger.task_event set by = :gone where by_account = :person and by <> :gone")
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

package org.kepu.privacy;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why somebody wanted to read this person's data may tell of it. */
@Component
class ApprovalsOfPerson implements PersonalData {

    private final JdbcClient database;

    ApprovalsOfPerson(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String source() {
        return "privacy.approval";
    }

    @Override
    public String messageKey() {
        return "privacy.place.approval";
    }

    @Override
    public Set<String> columns() {
        return Set.of("privacy.approval.subject", "privacy.approval.reason", "privacy.approval.decision");
    }

    @Override
    public List<Held> find(Subject subject) {
        return List.of();
    }

    @Override
    public Erased erase(Subject subject) {
        int emptied = database.sql("""
                update privacy.approval set reason = '', decision = case when decision is null then null else '' end
                where subject = :person and (reason <> '' or decision <> '')
                """).param("person", subject.person()).update();
        return new Erased(0, emptied, 0);
    }

    @Override
    public int left(Subject subject) {
        return database.sql("""
                select count(*) from privacy.approval where subject = :person and (reason <> '' or decision <> '')
                """)
                .param("person", subject.person())
                .query(Integer.class)
                .single();
    }
}

package org.kepu.plan;

import java.util.List;
import java.util.Set;
import org.kepu.privacy.PersonalData;
import org.kepu.privacy.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who handed in, corrected and confirmed plans. When the person is erased the plan stays, the name goes. */
@Component
class HandsInPlans implements PersonalData {

    private static final String GONE = "已删除";

    private final JdbcClient database;

    HandsInPlans(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String source() {
        return "plan.hands";
    }

    @Override
    public String messageKey() {
        return "plan.hands";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "plan.document.received_by",
                "plan.document.received_by_account",
                "plan.draft.uploaded_by",
                "plan.draft.uploaded_by_account",
                "plan.draft.changed_by",
                "plan.draft.changed_by_account",
                "plan.plan.confirmed_by",
                "plan.plan.confirmed_by_account");
    }

    @Override
    public List<Held> find(Subject subject) {
        return database.sql("""
                select 'plan.document.received_by' as place, received_by as name from plan.document
                where received_by_account = :person and received_by <> :gone
                union
                select 'plan.draft.uploaded_by', uploaded_by from plan.draft
                where uploaded_by_account = :person and uploaded_by <> :gone
                union
                select 'plan.draft.changed_by', changed_by from plan.draft
                where changed_by_account = :person and changed_by <> :gone
                union
                select 'plan.plan.confirmed_by', confirmed_by from plan.plan
                where confirmed_by_account = :person and confirmed_by <> :gone
                """)
                .param("person", subject.person())
                .param("gone", GONE)
                .query((row, number) -> new Held("work-records", row.getString("place"), row.getString("name")))
                .list();
    }

    @Override
    public Erased erase(Subject subject) {
        return new Erased(
                0,
                empty(
                                subject,
                                "update plan.document set received_by = :gone where received_by_account = :person and received_by <> :gone")
                        + empty(
                                subject,
                                "update plan.draft set uploaded_by = :gone where uploaded_by_account = :person and uploaded_by <> :gone")
                        + empty(
                                subject,
                                "update plan.draft set changed_by = :gone where changed_by_account = :person and changed_by <> :gone")
                        + empty(
                                subject,
                                "update plan.plan set confirmed_by = :gone where confirmed_by_account = :person and confirmed_by <> :gone"),
                0);
    }

    private int empty(Subject subject, String statement) {
        return database.sql(statement)
                .param("person", subject.person())
                .param("gone", GONE)
                .update();
    }

    @Override
    public int left(Subject subject) {
        return find(subject).size();
    }
}

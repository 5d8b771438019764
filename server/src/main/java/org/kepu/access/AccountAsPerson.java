package org.kepu.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kepu.privacy.PersonalData;
import org.kepu.privacy.Subject;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The account itself, erased after everything else. Its bare identity stays, since grants and the trail point at it;
 * name and password go, and nobody signs in with it any more.
 */
@Component
@Order
class AccountAsPerson implements PersonalData {

    private static final String GONE = "已删除";
    private static final String STAFF = "staff-account";

    private final JdbcClient database;

    AccountAsPerson(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String source() {
        return "access.account";
    }

    @Override
    public String messageKey() {
        return "access.account";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "access.account.name",
                "access.account.display_name",
                "access.account.password_hash",
                "access.role_grant.holder");
    }

    @Override
    public List<Held> find(Subject subject) {
        return database
                .sql("select name, display_name from access.account where id = :id and display_name <> :gone")
                .param("id", subject.person())
                .param("gone", GONE)
                .query((row, number) -> List.of(
                        new Held(STAFF, "access.account.name", row.getString("name")),
                        new Held(STAFF, "access.account.display_name", row.getString("display_name"))))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Erased erase(Subject subject) {
        int emptied = database.sql("""
                update access.account
                set name = :name, display_name = :gone, password_hash = '', must_change = false
                where id = :id and display_name <> :gone
                """)
                .param("id", subject.person())
                .param("name", "erased-" + subject.person())
                .param("gone", GONE)
                .update();
        return new Erased(0, emptied, grants(subject.person()));
    }

    @Override
    public int left(Subject subject) {
        return find(subject).size();
    }

    private int grants(UUID holder) {
        return database.sql("select count(*) from access.role_grant where holder = :holder")
                .param("holder", holder)
                .query(Integer.class)
                .single();
    }
}

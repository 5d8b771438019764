package org.kepu.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.kepu.privacy.PersonalData;
import org.kepu.privacy.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Delegates have no account: they are known by their telephone number. The post they held stays, the person goes. */
@Component
class DelegatesAsPersons implements PersonalData {

    private static final String PURPOSE = "leading-group";
    private static final String GONE = "已删除";

    private final JdbcClient database;
    private final Phones phones;

    DelegatesAsPersons(JdbcClient database, Phones phones) {
        this.database = database;
        this.phones = phones;
    }

    @Override
    public String source() {
        return "body.delegate";
    }

    @Override
    public String messageKey() {
        return "body.delegates";
    }

    @Override
    public Set<String> columns() {
        return Set.of("body.delegate.name", "body.delegate.post", "body.delegate.phone", "body.delegate.phone_print");
    }

    @Override
    public List<Held> find(Subject subject) {
        var held = new ArrayList<Held>();
        database.sql(
                        "select name, post, phone from body.delegate where phone_print = any(:prints) order by lower(during)")
                .param("prints", prints(subject))
                .query(row -> {
                    held.add(new Held(PURPOSE, "body.delegate.name", row.getString("name")));
                    held.add(new Held(PURPOSE, "body.delegate.post", row.getString("post")));
                    held.add(new Held(PURPOSE, "body.delegate.phone", phones.open(row.getString("phone"))));
                });
        return held;
    }

    @Override
    public Erased erase(Subject subject) {
        int anonymised = database.sql("""
                update body.delegate set name = :gone, post = '', phone = null, phone_print = null
                where phone_print = any(:prints)
                """)
                .param("gone", GONE)
                .param("prints", prints(subject))
                .update();
        return new Erased(0, anonymised, 0);
    }

    @Override
    public int left(Subject subject) {
        return database.sql("select count(*) from body.delegate where phone_print = any(:prints)")
                .param("prints", prints(subject))
                .query(Integer.class)
                .single();
    }

    private String[] prints(Subject subject) {
        return subject.values().stream()
                .map(phones::print)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
    }
}

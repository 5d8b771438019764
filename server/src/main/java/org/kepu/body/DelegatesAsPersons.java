package org.kepu.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kepu.privacy.KnownByPrint;
import org.kepu.privacy.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Delegates have no account: they are known by their telephone number. The post they held stays, the person goes. */
@Component
class DelegatesAsPersons extends KnownByPrint {

    private static final String PURPOSE = "leading-group";

    private final Phones phones;

    DelegatesAsPersons(JdbcClient database, Phones phones) {
        super(
                database,
                "body.delegate",
                "body.delegates",
                "phone_print",
                "name = '已删除', post = '', phone = null, phone_print = null");
        this.phones = phones;
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
    protected Stream<String> print(String value) {
        return Stream.ofNullable(phones.print(value));
    }
}

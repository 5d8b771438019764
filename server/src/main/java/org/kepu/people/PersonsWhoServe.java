package org.kepu.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kepu.privacy.KnownByPrint;
import org.kepu.privacy.Subject;
import org.kepu.shared.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People who serve mostly have no account: they are known by their telephone number. What they did stays, the person goes. */
@Component
class PersonsWhoServe extends KnownByPrint {

    static final String PURPOSE = "service";

    private final PersonContacts contacts;

    PersonsWhoServe(JdbcClient database, PersonContacts contacts) {
        super(
                database,
                "people.person",
                "people.persons",
                "phone_print",
                "name = null, phone = null, phone_print = null, identity_print = null, birth_month = null, guardian = null");
        this.contacts = contacts;
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                PersonContacts.NAME,
                PersonContacts.PHONE,
                PersonContacts.PHONE_PRINT,
                PersonContacts.IDENTITY_PRINT,
                PersonContacts.BIRTH,
                PersonContacts.GUARDIAN);
    }

    @Override
    public List<Held> find(Subject subject) {
        var held = new ArrayList<Held>();
        database.sql("""
                        select name, phone, birth_month, guardian from people.person where phone_print = any(:prints) order by entered_at
                        """).param("prints", prints(subject)).query(row -> {
            held.add(new Held(PURPOSE, PersonContacts.NAME, contacts.name(row.getString("name"))));
            contacts.phone(row.getString("phone"))
                    .ifPresent(phone -> held.add(new Held(PURPOSE, PersonContacts.PHONE, phone.digits())));
            contacts.birth(row.getString("birth_month"))
                    .ifPresent(month -> held.add(new Held(PURPOSE, PersonContacts.BIRTH, month.toString())));
            held.add(new Held(PURPOSE, PersonContacts.GUARDIAN, contacts.guardian(row.getString("guardian"))));
        });
        return held;
    }

    @Override
    protected Stream<String> print(String value) {
        return PhoneNumber.read(value).stream().map(contacts::print);
    }
}

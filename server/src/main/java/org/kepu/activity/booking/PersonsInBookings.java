package org.kepu.activity.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kepu.privacy.KnownByPrint;
import org.kepu.privacy.Subject;
import org.kepu.shared.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those who booked have no account: they are known by their telephone number. The places they took stay, the person goes. */
@Component
class PersonsInBookings extends KnownByPrint {

    private static final String PURPOSE = "activity-booking";
    private static final String PRINT = "activity.booking.phone_print";

    private final Contacts contacts;

    PersonsInBookings(JdbcClient database, Contacts contacts) {
        super(
                database,
                "activity.booking",
                "activity.bookings",
                "phone_print",
                "name = null, phone = null, phone_print = null, party_name = null, answers = null");
        this.contacts = contacts;
    }

    @Override
    public Set<String> columns() {
        return Set.of(Contacts.NAME, Contacts.PHONE, PRINT, Contacts.PARTY, Contacts.ANSWERS);
    }

    @Override
    public List<Held> find(Subject subject) {
        var held = new ArrayList<Held>();
        database.sql(
                        "select name, phone, party_name, answers from activity.booking where phone_print = any(:prints) order by booked_at")
                .param("prints", prints(subject))
                .query(row -> {
                    held.add(new Held(PURPOSE, Contacts.NAME, contacts.name(row.getString("name"))));
                    contacts.phone(row.getString("phone"))
                            .ifPresent(phone -> held.add(new Held(PURPOSE, Contacts.PHONE, phone.digits())));
                    if (row.getString("party_name") != null) {
                        held.add(new Held(PURPOSE, Contacts.PARTY, contacts.party(row.getString("party_name"))));
                    }
                    contacts.answers(row.getString("answers")).stream()
                            .filter(answer -> !answer.isEmpty())
                            .forEach(answer -> held.add(new Held(PURPOSE, Contacts.ANSWERS, answer)));
                });
        return held;
    }

    @Override
    protected Stream<String> print(String value) {
        return PhoneNumber.read(value).stream().map(contacts::print);
    }
}

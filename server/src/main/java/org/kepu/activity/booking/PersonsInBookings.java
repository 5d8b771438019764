package org.kepu.activity.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kepu.privacy.PersonalData;
import org.kepu.privacy.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those who booked have no account: they are known by their telephone number. The places they took stay, the person goes. */
@Component
class PersonsInBookings implements PersonalData {

    private static final String PURPOSE = "activity-booking";
    private static final String PRINT = "activity.booking.phone_print";

    private final JdbcClient database;
    private final Contacts contacts;

    PersonsInBookings(JdbcClient database, Contacts contacts) {
        this.database = database;
        this.contacts = contacts;
    }

    @Override
    public String source() {
        return "activity.booking";
    }

    @Override
    public String messageKey() {
        return "activity.bookings";
    }

    @Override
    public Set<String> columns() {
        return Set.of(Contacts.NAME, Contacts.PHONE, PRINT);
    }

    @Override
    public List<Held> find(Subject subject) {
        var held = new ArrayList<Held>();
        database.sql("select name, phone from activity.booking where phone_print = any(:prints) order by booked_at")
                .param("prints", prints(subject))
                .query(row -> {
                    held.add(new Held(PURPOSE, Contacts.NAME, contacts.name(row.getString("name"))));
                    contacts.phone(row.getString("phone"))
                            .ifPresent(phone -> held.add(new Held(PURPOSE, Contacts.PHONE, phone.digits())));
                });
        return held;
    }

    @Override
    public Erased erase(Subject subject) {
        int anonymised = database.sql("""
                        update activity.booking set name = null, phone = null, phone_print = null
                        where phone_print = any(:prints)
                        """).param("prints", prints(subject)).update();
        return new Erased(0, anonymised, 0);
    }

    @Override
    public int left(Subject subject) {
        return database.sql("select count(*) from activity.booking where phone_print = any(:prints)")
                .param("prints", prints(subject))
                .query(Integer.class)
                .single();
    }

    private String[] prints(Subject subject) {
        return subject.values().stream()
                .flatMap(value -> PhoneNumber.read(value).stream())
                .map(contacts::print)
                .toArray(String[]::new);
    }
}

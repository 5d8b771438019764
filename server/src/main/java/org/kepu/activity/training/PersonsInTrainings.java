package org.kepu.activity.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kepu.privacy.KnownByPrint;
import org.kepu.privacy.Subject;
import org.kepu.shared.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Trainees have no account: they are known by their telephone number. What they attended stays, the person goes. */
@Component
class PersonsInTrainings extends KnownByPrint {

    private static final String PURPOSE = "training";
    private static final String PRINT = "activity.trainee.phone_print";

    private final TraineeContacts contacts;

    PersonsInTrainings(JdbcClient database, TraineeContacts contacts) {
        super(
                database,
                "activity.trainee",
                "training.trainees",
                "phone_print",
                "name = null, phone = null, phone_print = null");
        this.contacts = contacts;
    }

    @Override
    public Set<String> columns() {
        return Set.of(TraineeContacts.NAME, TraineeContacts.PHONE, PRINT);
    }

    @Override
    public List<Held> find(Subject subject) {
        var held = new ArrayList<Held>();
        database.sql("select name, phone from activity.trainee where phone_print = any(:prints) order by turn")
                .param("prints", prints(subject))
                .query(row -> {
                    held.add(new Held(PURPOSE, TraineeContacts.NAME, contacts.name(row.getString("name"))));
                    contacts.phone(row.getString("phone"))
                            .ifPresent(phone -> held.add(new Held(PURPOSE, TraineeContacts.PHONE, phone.digits())));
                });
        return held;
    }

    @Override
    protected Stream<String> print(String value) {
        return PhoneNumber.read(value).stream().map(contacts::print);
    }
}

package org.kepu.activity.booking;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import org.kepu.activity.SessionId;
import org.kepu.indicator.PersonMark;
import org.kepu.indicator.PersonMarks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Those who were checked in, as marks that name nobody: targets in persons (名) count each once, however many classes they
 * attend. Of a group it is the one who booked.
 */
@Component
public class PresentPersons {

    private final JdbcClient database;
    private final Contacts contacts;
    private final PersonMarks marks;

    PresentPersons(JdbcClient database, Contacts contacts, PersonMarks marks) {
        this.database = database;
        this.contacts = contacts;
        this.marks = marks;
    }

    public Set<PersonMark> of(SessionId session) {
        return database.sql("""
                        select phone from activity.booking
                        where session = :session and present_at is not null and phone is not null
                        """).param("session", session.value()).query(String.class).list().stream()
                .flatMap(held -> contacts.phone(held).stream())
                .map(phone -> marks.of(phone.digits()))
                .collect(toUnmodifiableSet());
    }
}

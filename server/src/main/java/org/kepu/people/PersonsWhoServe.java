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

    /** What is told of the people beside name and number; the database empties it with the name. */
    private static final String TOLD = """
            with known as (select id from people.person where phone_print = any(:prints))
            select 'people.' || place as place, words from (
                select person, unnest(array['volunteer.background', 'volunteer.staff', 'volunteer.agreed_how']) as place,
                       unnest(array[background, case when staff then '在编在岗' else '' end, agreed_how]) as words from people.volunteer
                union all select volunteer, 'membership.why', why from people.membership
                union all select volunteer, 'appeal.words', words from people.appeal
                union all select person,
                       unnest(array['expert.topics', 'expert.rank', 'expert.workplace', 'expert.agreed_how', 'expert.published_how', 'expert.left_why']),
                       unnest(array[topics, rank, workplace, agreed_how, published_how, left_why]) from people.expert
                union all select e.person, 'invitation.reason', i.reason from people.invitation i join people.expert e on e.id = i.expert
                union all select e.person, 'expert_recusal.why', r.why from people.expert_recusal r join people.expert e on e.id = r.expert
                union all select person,
                       unnest(array['roster_entry.speciality', 'roster_entry.workplace', 'roster_entry.certificate', 'roster_entry.post',
                                    'roster_entry.agreed_how']),
                       unnest(array[speciality, workplace, certificate, coalesce(post, ''), agreed_how]) from people.roster_entry) told
            where person in (select id from known) and words <> ''
            """;

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
                PersonContacts.GUARDIAN,
                "people.volunteer.code_print",
                "people.volunteer.background",
                "people.volunteer.staff",
                "people.volunteer.agreed_how",
                "people.membership.why",
                "people.appeal.words",
                "people.expert.topics",
                "people.expert.rank",
                "people.expert.workplace",
                "people.expert.agreed_how",
                "people.expert.published_how",
                "people.expert.left_why",
                "people.invitation.reason",
                "people.expert_recusal.why",
                "people.roster_entry.speciality",
                "people.roster_entry.workplace",
                "people.roster_entry.certificate",
                "people.roster_entry.post",
                "people.roster_entry.agreed_how");
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
        database.sql(TOLD).param("prints", prints(subject)).query(row -> {
            held.add(new Held(PURPOSE, row.getString("place"), row.getString("words")));
        });
        return held;
    }

    @Override
    protected Stream<String> print(String value) {
        return PhoneNumber.read(value).stream().map(contacts::print);
    }
}

package org.kepu.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.privacy.Dependant;
import org.kepu.privacy.FullValues;
import org.kepu.shared.Masked;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names and numbers of people who serve, read in full for a purpose; a minor's after a second person has approved. */
@Configuration
class PersonFields {

    /** A person is within reach with a team, as an expert or by a roster. */
    private static final String PERSON =
            """
            select p.name, p.phone, p.birth_month, p.guardian, min(near.region) as region
            from people.person p join (
                select m.volunteer as person, t.region from people.membership m join people.team t on t.id = m.team
                where %s
                union all select e.person, e.region from people.expert e where %s
                union all select r.person, r.region from people.roster_entry r where %s) near on near.person = p.id
            where p.id = :record and p.name is not null
            group by p.id
            """.formatted(InReach.TEAM, InReach.region("e.region"), InReach.region("r.region"));

    private final JdbcClient database;
    private final PersonContacts contacts;
    private final Clock clock;

    PersonFields(JdbcClient database, PersonContacts contacts, Clock clock) {
        this.database = database;
        this.contacts = contacts;
        this.clock = clock;
    }

    private record Found(String name, String phone, String guardian, boolean young, String region) {}

    @Bean
    FullValues nameOfPersonWhoServes() {
        return field(PersonContacts.NAME, Found::name, Masked::name);
    }

    @Bean
    FullValues phoneOfPersonWhoServes() {
        return field(PersonContacts.PHONE, Found::phone, Masked::phone);
    }

    @Bean
    FullValues guardianOfPersonWhoServes() {
        return field(PersonContacts.GUARDIAN, Found::guardian, Masked::name);
    }

    private FullValues field(String column, Function<Found, String> value, Function<String, String> mask) {
        return new FullValues() {
            @Override
            public String field() {
                return column;
            }

            @Override
            public Optional<FullValue> find(Scope scope, UUID record) {
                return PersonFields.this
                        .find(scope, record)
                        .filter(found -> !value.apply(found).isEmpty())
                        .map(found -> new FullValue(
                                value.apply(found),
                                mask.apply(value.apply(found)),
                                new RegionCode(found.region()),
                                null,
                                found.young()));
            }
        };
    }

    private Optional<Found> find(Scope scope, UUID record) {
        return database.sql(PERSON)
                .param("record", record)
                .params(scope.parameters())
                .query(this::found)
                .optional();
    }

    private Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                contacts.name(row.getString("name")),
                contacts.phone(row.getString("phone")).orElseThrow().digits(),
                contacts.guardian(row.getString("guardian")),
                isYoung(row.getString("birth_month")),
                row.getString("region"));
    }

    /** Under 14, counted so that nobody is taken for older than they are. */
    private boolean isYoung(@Nullable String sealed) {
        return contacts.birth(sealed)
                .map(month -> new Dependant(new UUID(0, 0), "", month).minor(LocalDate.now(clock)))
                .orElse(false);
    }
}

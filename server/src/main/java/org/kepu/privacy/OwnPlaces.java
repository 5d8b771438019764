package org.kepu.privacy;

import java.util.Set;
import org.kepu.audit.EntriesAboutPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The records that keep people's bare identities, in this module and below it. */
@Configuration(proxyBeanMethods = false)
class OwnPlaces {

    /** That somebody agreed has to be proven later; what was said last is no. */
    @Bean
    PersonalData consentsOfPerson(Consents consents) {
        return new BareIdentities(
                "privacy.consent",
                "privacy.place.consent",
                Set.of("privacy.consent_event.person", "privacy.consent_event.actor"),
                person -> consents.history(person).size());
    }

    /** Who decided, exported or was erased. The contacts in a running erasure go at its end. */
    @Bean
    PersonalData booksNamingPerson(JdbcClient database) {
        return new BareIdentities(
                "privacy.book",
                "privacy.place.book",
                Set.of(
                        "privacy.approval.reader",
                        "privacy.approval.decided_by",
                        "privacy.erasure.person",
                        "privacy.erasure.contacts",
                        "privacy.erasure.asked_by",
                        "privacy.export.exporter"),
                person -> database.sql("""
                        select (select count(*) from privacy.approval where :person in (reader, decided_by))
                             + (select count(*) from privacy.erasure where :person in (person, asked_by))
                             + (select count(*) from privacy.export where exporter = :person)
                        """)
                        .param("person", person)
                        .query(Integer.class)
                        .single());
    }

    /** The trail stays whole; names are asked for when it is read. */
    @Bean
    PersonalData trailOfPerson(EntriesAboutPerson entries) {
        return new BareIdentities(
                "audit.entry",
                "privacy.place.trail",
                Set.of(
                        "audit.entry.actor",
                        "audit.entry.actor_name",
                        "audit.entry.represented",
                        "audit.entry.subject",
                        "audit.entry.address"),
                entries::naming);
    }
}

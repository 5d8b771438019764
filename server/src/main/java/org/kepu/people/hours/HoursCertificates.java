package org.kepu.people.hours;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.certificate.Award;
import org.kepu.certificate.Certificate;
import org.kepu.certificate.CertificateContents;
import org.kepu.certificate.Certificates;
import org.kepu.people.Persons;
import org.kepu.people.ServiceTerms;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Certificates of hours, free and true, on request (志愿服务条例第十九条). One speaks of what counted when it was issued; if any
 * of that is countered, it holds no more.
 */
@Service
public class HoursCertificates implements CertificateContents {

    private static final String SOURCE = "people.hours/";

    private final JdbcClient database;
    private final OwnHours hours;
    private final Persons persons;
    private final ServiceTerms terms;
    private final Certificates certificates;
    private final MessageSource words;
    private final Trail trail;

    HoursCertificates(
            JdbcClient database,
            OwnHours hours,
            Persons persons,
            ServiceTerms terms,
            Certificates certificates,
            MessageSource words,
            Trail trail) {
        this.database = database;
        this.hours = hours;
        this.persons = persons;
        this.terms = terms;
        this.certificates = certificates;
        this.words = words;
        this.trail = trail;
    }

    /** The certificate of all that counts now, issued if there is none; nothing if nothing counts or the name is erased. */
    @Transactional
    public Optional<Certificate> issue(UUID volunteer) {
        database.sql("select person from people.volunteer where person = :volunteer for update")
                .param("volunteer", volunteer)
                .query(row -> {});
        var counted = hours.counted(volunteer);
        var person = persons.inFull(volunteer);
        if (counted.isEmpty() || person.isEmpty()) {
            return Optional.empty();
        }
        long last = counted.stream().mapToLong(OwnHours.Counted::id).max().orElseThrow();
        var source = SOURCE + volunteer + "/" + last;
        var newest = counted.getLast();
        var award = new Award(
                Certificate.Kind.VOLUNTEER,
                source,
                words.getMessage(
                        "people.certificate.title", new Object[] {counted.size()}, java.util.Locale.SIMPLIFIED_CHINESE),
                counted.stream().mapToInt(OwnHours.Counted::minutes).sum(),
                counted.getFirst().day(),
                newest.day(),
                newest.team(),
                new RegionCode(newest.region()),
                person.get().name(),
                person.get().phone().digits());
        if (certificates.issue(ConfirmingHours.VOLUNTEER, award)) {
            database.sql(
                            "insert into people.hours_paper (source, volunteer, last) values (:source, :volunteer, :last) on conflict do nothing")
                    .param("source", source)
                    .param("volunteer", volunteer)
                    .param("last", last)
                    .update();
            trail.record(
                    ConfirmingHours.VOLUNTEER,
                    Act.of("people.act.certified", "volunteer", volunteer, newest.team())
                            .in(new RegionCode(newest.region())));
        }
        return Optional.ofNullable(certificates.of(List.of(source)).get(source)).filter(Certificate::holds);
    }

    /** What is countered takes the certificates away that speak of it. */
    @EventListener
    public void revoke(HoursCountered countered) {
        database.sql("select source from people.hours_paper where volunteer = :volunteer and last >= :entry")
                .param("volunteer", countered.volunteer())
                .param("entry", countered.entry())
                .query(String.class)
                .list()
                .forEach(source -> certificates.revoke(countered.by(), source, new Reason(countered.why())));
    }

    @Override
    public boolean knows(Certificate certificate) {
        return certificate.source().startsWith(SOURCE);
    }

    /** What counts still of what the certificate speaks of. */
    @Override
    public List<Line> of(Certificate certificate) {
        var parts = certificate.source().substring(SOURCE.length()).split("/");
        long last = Long.parseLong(parts[1]);
        return hours.counted(UUID.fromString(parts[0])).stream()
                .filter(one -> one.id() <= last)
                .map(one -> new Line(
                        one.day(),
                        one.title() + " · " + terms.serviceName(one.service()) + " · " + one.team(),
                        one.minutes()))
                .toList();
    }
}

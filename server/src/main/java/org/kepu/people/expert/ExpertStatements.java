package org.kepu.people.expert;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.body.Bodies;
import org.kepu.certificate.Award;
import org.kepu.certificate.Certificate;
import org.kepu.certificate.CertificateContents;
import org.kepu.certificate.Certificates;
import org.kepu.page.NotFound;
import org.kepu.people.Persons;
import org.kepu.shared.Actor;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an expert did in a year, as a paper to take along for a title review (职称评审), which opens each service. */
@Service
public class ExpertStatements implements CertificateContents {

    private static final String SOURCE = "people.expert/";
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient database;
    private final Experts experts;
    private final Persons persons;
    private final Bodies bodies;
    private final Certificates certificates;
    private final MessageSource words;
    private final Trail trail;

    ExpertStatements(
            JdbcClient database,
            Experts experts,
            Persons persons,
            Bodies bodies,
            Certificates certificates,
            MessageSource words,
            Trail trail) {
        this.database = database;
        this.experts = experts;
        this.persons = persons;
        this.bodies = bodies;
        this.certificates = certificates;
        this.words = words;
        this.trail = trail;
    }

    /** The statement of a year, issued if there is none of the same services; nothing if nothing was served. */
    @Transactional
    public Optional<Certificate> issue(Scope scope, UUID id, int year) {
        scope.demands(Right.KEEP_EXPERTS);
        var expert = experts.find(scope, id).orElseThrow(NotFound::new);
        experts.lock(id);
        var served = served(id, year, Integer.MAX_VALUE);
        var person = persons.inFull(expert.person().id());
        if (served.isEmpty() || person.isEmpty()) {
            return Optional.empty();
        }
        var last = served.getLast();
        var source = SOURCE + id + "/" + year + "/" + served.size();
        var issuer = bodies.find(last.body()).map(body -> body.name()).orElseThrow(NotFound::new);
        int attendances = served.stream()
                .mapToInt(one -> one.attendances() == null ? 0 : one.attendances())
                .sum();
        var award = new Award(
                Certificate.Kind.EXPERT,
                source,
                words.getMessage(
                        "people.statement.title",
                        new Object[] {String.valueOf(year), served.size(), attendances},
                        Locale.SIMPLIFIED_CHINESE),
                served.stream().mapToInt(Invitation::minutes).sum(),
                day(served.getFirst()),
                day(last),
                issuer,
                expert.region(),
                person.get().name(),
                person.get().phone().digits());
        if (certificates.issue(scope.actor(), award)) {
            trail.record(
                    scope.actor(),
                    Act.of("people.act.stated", "expert", id, String.valueOf(year))
                            .in(expert.region()));
        }
        return Optional.ofNullable(certificates.of(List.of(source)).get(source)).filter(Certificate::holds);
    }

    /** What is taken back takes the statements away that speak of it; it is still noted as served. */
    @Transactional(propagation = Propagation.MANDATORY)
    void revoke(Actor by, Invitation served, Reason why) {
        int year = day(served).getYear();
        var all = noted(served.expert(), year);
        for (int size = all.indexOf(served.id()) + 1; size <= all.size(); size++) {
            certificates.revoke(by, SOURCE + served.expert() + "/" + year + "/" + size, why);
        }
    }

    @Override
    public boolean knows(Certificate certificate) {
        return certificate.source().startsWith(SOURCE);
    }

    @Override
    public List<Line> of(Certificate certificate) {
        var parts = certificate.source().substring(SOURCE.length()).split("/");
        return served(UUID.fromString(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])).stream()
                .map(one -> new Line(day(one), one.title() + " · " + one.place(), one.minutes()))
                .toList();
    }

    /** In the order in which they were noted, so that a statement speaks of the same ones for ever. */
    private List<Invitation> served(UUID expert, int year, int first) {
        return database.sql("select * from (" + InvitationRows.SELECT + """
                         i.expert = :expert and i.state = 'SERVED' and extract(year from i.starts_at at time zone 'Asia/Shanghai') = :year
                         order by i.settled_at, i.id limit :first) served
                        order by starts_at, id
                        """)
                .param("expert", expert)
                .param("year", year)
                .param("first", first)
                .query(InvitationRows::read)
                .list();
    }

    private List<UUID> noted(UUID expert, int year) {
        return database.sql("""
                        select id from people.invitation where expert = :expert and state = 'SERVED'
                          and extract(year from starts_at at time zone 'Asia/Shanghai') = :year
                        order by settled_at, id
                        """)
                .param("expert", expert)
                .param("year", year)
                .query(UUID.class)
                .list();
    }

    private static LocalDate day(Invitation served) {
        return served.starts().atZone(HERE).toLocalDate();
    }
}

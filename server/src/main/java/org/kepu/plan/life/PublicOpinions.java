package org.kepu.plan.life;

import java.util.List;
import java.util.Optional;
import org.kepu.shared.PublicKnowledge;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Consultations that the public takes part in: what is asked, what everybody may say to it, what came of it. */
@Service
@PublicKnowledge("a draft put before the public is there for everybody to read")
class PublicOpinions {

    static final String NAME = "plan.opinion.name";
    static final String CONTACT = "plan.opinion.contact";

    private final Consultations consultations;
    private final JdbcClient database;
    private final Vault vault;

    PublicOpinions(Consultations consultations, JdbcClient database, Vault vault) {
        this.consultations = consultations;
        this.database = database;
        this.vault = vault;
    }

    private static final String SHOWN =
            "open_to_public and (state = 'OPEN' and closes_on >= :today or state = 'PUBLISHED')";

    /** How many there are in {@link #page}. */
    long count() {
        return database.sql("select count(*) from plan.consultation where " + SHOWN)
                .param("today", consultations.today())
                .query(Long.class)
                .single();
    }

    /** Those that run first, the ones soonest over first; then those whose summary is published. */
    List<Consultation> page(int number, int size) {
        return database.sql("select * from plan.consultation where " + SHOWN + """
                 order by state = 'PUBLISHED', case when state = 'OPEN' then closes_on end, closes_on desc, id
                 limit :size offset :before
                """)
                .param("today", consultations.today())
                .param("size", size)
                .param("before", (number - 1L) * size)
                .query((row, i) -> consultations.consultation(row))
                .list();
    }

    /** Those that take opinions today, the ones soonest over first, a few. */
    List<Consultation> running(int most) {
        return database.sql("""
                select * from plan.consultation
                 where open_to_public and state = 'OPEN' and :today between opens_on and closes_on
                 order by closes_on, id limit :most
                """)
                .param("today", consultations.today())
                .param("most", most)
                .query((row, i) -> consultations.consultation(row))
                .list();
    }

    /** One that the public was asked to. */
    Optional<Consultation> find(ConsultationId id) {
        return consultations.find(id).filter(Consultation::openToPublic);
    }

    boolean isOpen(Consultation consultation) {
        return consultation.takesOpinions(consultations.today());
    }

    /** What came of it, once it is published. */
    Optional<Summary> summary(Consultation consultation) {
        return consultation.state() == Consultation.State.PUBLISHED
                ? Optional.of(Summary.of(consultation, List.of(), consultations.opinions(consultation.id())))
                : Optional.empty();
    }

    /** Takes the opinion of somebody who may say who they are; false where the period is over. */
    @Transactional
    boolean send(ConsultationId id, OpinionId opinion, Clause clause, String words, String name, String contact) {
        var bare = contact.strip();
        return consultations.take(
                id,
                new Consultations.Sent(
                        opinion,
                        null,
                        clause,
                        words,
                        name.isBlank() ? null : vault.seal(NAME, name.strip()),
                        bare.isEmpty() ? null : vault.seal(CONTACT, bare),
                        bare.isEmpty() ? null : vault.fingerprint(CONTACT, bare),
                        null));
    }
}

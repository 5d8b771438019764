package org.kepu.plan.life;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an invited body says to a draft: opinions by clause, or that it has none, and when it has said all. The office of the
 * division may write down for a body what came on paper.
 */
@Service
public class Replying {

    private final Consultations consultations;
    private final Regions regions;
    private final JdbcClient database;
    private final Trail trail;
    private final Clock clock;

    Replying(Consultations consultations, Regions regions, JdbcClient database, Trail trail, Clock clock) {
        this.consultations = consultations;
        this.regions = regions;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /** A consultation that waits for a body's word. */
    record Awaited(ConsultationId id, String title, LocalDate closesOn, String body) {}

    enum Reply {
        TAKEN,
        /** The period is over, or the consultation is closed. */
        OVER
    }

    /** What is asked of the bodies within reach and not said yet, by date. */
    List<Awaited> awaited(Scope scope) {
        scope.demands(Right.DO_TASKS);
        return database.sql("""
                select id, title, closes_on, body_name
                  from plan.invited join plan.consultation on id = consultation_id
                 where body_id = any (:scopeBodies) and replied_at is null
                   and state = 'OPEN' and closes_on >= :today
                 order by closes_on, title
                """)
                .params(scope.parameters())
                .param("today", consultations.today())
                .query((row, i) -> new Awaited(
                        new ConsultationId(row.getObject("id", UUID.class)),
                        row.getString("title"),
                        row.getObject("closes_on", LocalDate.class),
                        row.getString("body_name")))
                .list();
    }

    /**
     * A consultation as its invited bodies see it.
     *
     * @param bodies those within reach that were asked, with what each is called
     * @param said what they have said so far
     * @param open whether more can be said
     */
    public record Asked(
            Consultation consultation, Map<BodyId, String> bodies, List<Opinion> said, boolean replied, boolean open) {}

    /** @throws NotFound if none of the bodies within reach was asked */
    Asked of(Scope scope, ConsultationId id) {
        scope.demands(Right.DO_TASKS);
        var consultation = consultations.find(id).orElseThrow(NotFound::new);
        var office = regions.reaches(scope, consultation.region());
        var mine = consultations.invited(id).stream()
                .filter(one -> office || scope.bodies().contains(new BodyId(one.body())))
                .toList();
        if (mine.isEmpty()) {
            throw new NotFound();
        }
        var bodies = new LinkedHashMap<BodyId, String>();
        mine.forEach(one -> bodies.put(new BodyId(one.body()), one.name()));
        return new Asked(
                consultation,
                bodies,
                consultations.opinionsOf(id, bodies.keySet()),
                mine.stream().allMatch(one -> one.repliedAt() != null),
                consultation.takesOpinions(consultations.today()));
    }

    /** @throws NotFound if that body is not within reach or was not asked, or there is no such clause */
    @Transactional
    Reply say(Scope scope, ConsultationId id, OpinionId opinion, BodyId body, String node, String words) {
        var asked = of(scope, id);
        var name = asked.bodies().get(body);
        if (name == null) {
            throw new NotFound();
        }
        var clause = asked.consultation().clause(node).orElseThrow(NotFound::new);
        var by = scope.actor().account();
        var taken = consultations.take(
                id, new Consultations.Sent(opinion, body.value(), clause, words, null, null, null, by));
        if (taken) {
            trail.record(scope.actor(), act("life.act.opinion-sent", asked.consultation(), name));
        }
        return taken ? Reply.TAKEN : Reply.OVER;
    }

    /** The body has said all it has to say, be it nothing. */
    @Transactional
    Reply finish(Scope scope, ConsultationId id, BodyId body) {
        var asked = of(scope, id);
        var name = asked.bodies().get(body);
        if (name == null) {
            throw new NotFound();
        }
        if (!asked.open()) {
            return Reply.OVER;
        }
        var finished = database.sql("""
                update plan.invited set replied_at = :at, replied_by = :by
                 where consultation_id = :id and body_id = :body and replied_at is null
                """)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", scope.actor().account())
                .param("id", id.value())
                .param("body", body.value())
                .update();
        if (finished == 1) {
            trail.record(scope.actor(), act("life.act.replied", asked.consultation(), name));
        }
        return Reply.TAKEN;
    }

    private static Act act(String key, Consultation consultation, String body) {
        return Act.of(key, "consultation", consultation.id(), consultation.title())
                .in(consultation.region())
                .changed("life.consultation.body", null, body);
    }
}

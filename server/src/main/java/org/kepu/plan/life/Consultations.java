package org.kepu.plan.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.PersonNames;
import org.kepu.page.Faster;
import org.kepu.plan.DocumentJson;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The consultations as they stand in the database; who may read which is decided by those who ask here. */
@Repository
class Consultations {

    private final JdbcClient database;
    private final DocumentJson json;
    private final PersonNames names;
    private final Clock clock;

    Consultations(JdbcClient database, DocumentJson json, PersonNames names, Clock clock) {
        this.database = database;
        this.json = json;
        this.names = names;
        this.clock = clock;
    }

    /** What somebody says; who they are comes sealed. */
    record Sent(
            OpinionId id,
            @Nullable UUID body,
            Clause clause,
            String words,
            @Nullable String name,
            @Nullable String contact,
            @Nullable String print,
            @Nullable UUID by) {}

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Optional<Consultation> find(ConsultationId id) {
        return database.sql("select * from plan.consultation where id = :id")
                .param("id", id.value())
                .query((row, i) -> consultation(row))
                .optional();
    }

    /** False where one is open for the draft already. */
    boolean open(Consultation consultation, UUID by) {
        return database.sql("""
                insert into plan.consultation (id, draft_id, region_code, title, structure, request, opens_on, closes_on,
                                               open_to_public, state, opened_at, opened_by)
                select :id, draft.id, draft.region_code, draft.title, draft.structure, :request, :opens, :closes,
                       :public, 'OPEN', :at, :by
                  from plan.draft
                 where draft.id = :draft and draft.confirmed_at is null and draft.region_code is not null
                on conflict (draft_id) where state = 'OPEN' do nothing
                """)
                        .param("id", consultation.id().value())
                        .param("draft", consultation.draft().value())
                        .param("request", consultation.request())
                        .param("opens", consultation.opensOn())
                        .param("closes", consultation.closesOn())
                        .param("public", consultation.openToPublic())
                        .param("at", now())
                        .param("by", by)
                        .update()
                == 1;
    }

    void invite(ConsultationId id, UUID body, String name) {
        database.sql("""
                insert into plan.invited (consultation_id, body_id, body_name) values (:id, :body, :name)
                on conflict do nothing
                """)
                .param("id", id.value())
                .param("body", body)
                .param("name", name)
                .update();
    }

    /** Takes the step if the consultation stands where it begins; false otherwise. */
    boolean step(ConsultationId id, Consultation.Step step, UUID by) {
        return database.sql("""
                with moved as (update plan.consultation set state = :to where id = :id and state = :from returning id)
                insert into plan.consultation_event (consultation_id, at, done_by, act)
                select id, :at, :by, :act from moved
                """)
                        .param("id", id.value())
                        .param("from", step.from.name())
                        .param("to", step.to.name())
                        .param("at", now())
                        .param("by", by)
                        .param("act", step.name())
                        .update()
                == 1;
    }

    List<Invited> invited(ConsultationId id) {
        return database.sql("select * from plan.invited where consultation_id = :id order by body_name, body_id")
                .param("id", id.value())
                .query((row, i) -> new Invited(
                        row.getObject("body_id", UUID.class),
                        row.getString("body_name"),
                        row.getTimestamp("replied_at") == null
                                ? null
                                : row.getTimestamp("replied_at").toInstant()))
                .list();
    }

    /** Those of a plan's draft, the latest first. */
    List<Consultation> on(PlanId draft) {
        return database.sql("select * from plan.consultation where draft_id = :draft order by opened_at desc")
                .param("draft", draft.value())
                .query((row, i) -> consultation(row))
                .list();
    }

    /** Open ones within reach whose last day is past. */
    List<Consultation> over(Scope scope) {
        return database.sql("""
                select * from plan.consultation
                 where state = 'OPEN' and closes_on < :today
                   and region_code in (select region.reach(:scopeRegions, :scopeDay))
                 order by closes_on, title
                """)
                .params(scope.parameters())
                .param("today", today())
                .query((row, i) -> consultation(row))
                .list();
    }

    /** As they came. */
    List<Opinion> opinions(ConsultationId id) {
        return opinions(id, null);
    }

    /** What these bodies have said. Two bodies may bear one name. */
    List<Opinion> opinionsOf(ConsultationId id, Collection<BodyId> bodies) {
        return opinions(id, bodies.stream().map(BodyId::value).toArray(UUID[]::new));
    }

    private List<Opinion> opinions(ConsultationId id, UUID @Nullable [] bodies) {
        return database.sql("""
                select opinion.*, coalesce(body_name, '') as body
                  from plan.opinion left join plan.invited using (consultation_id, body_id)
                 where consultation_id = :id and (:bodies::uuid[] is null or body_id = any (:bodies::uuid[]))
                 order by sent_at, id
                """)
                .param("id", id.value())
                .param("bodies", bodies)
                .query((row, i) -> opinion(row))
                .list();
    }

    /**
     * Takes an opinion while the consultation takes any. The period is looked at in the same statement, so that nothing comes
     * in after its last minute. Sent again it is there once; the same form sent again with other words is another opinion.
     */
    boolean take(ConsultationId id, Sent sent) {
        return put(id, sent, sent.id()) || isHere(id, sent) || put(id, sent, new OpinionId(UUID.randomUUID()));
    }

    private boolean put(ConsultationId id, Sent sent, OpinionId name) {
        return database.sql("""
                insert into plan.opinion (id, consultation_id, body_id, node, clause, words, name, contact, contact_print,
                                          sent_at, sent_by)
                select :opinion, id, :body::uuid, :node, :clause, :words, :name::text, :contact::text, :print::text,
                       :at, :by::uuid
                  from plan.consultation
                 where id = :id and state = 'OPEN' and :today between opens_on and closes_on
                   and (:body::uuid is not null or open_to_public)
                on conflict (id) do nothing
                """)
                        .param("opinion", name.value())
                        .param("id", id.value())
                        .param("body", sent.body())
                        .param("node", sent.clause().node())
                        .param("clause", sent.clause().title())
                        .param("words", sent.words())
                        .param("name", sent.name())
                        .param("contact", sent.contact())
                        .param("print", sent.print())
                        .param("at", now())
                        .param("by", sent.by())
                        .param("today", today())
                        .update()
                == 1;
    }

    private boolean isHere(ConsultationId id, Sent sent) {
        return database.sql("""
                select exists (select from plan.opinion where id = :opinion and consultation_id = :id
                               and body_id is not distinct from :body::uuid and node = :node and words = :words)
                """)
                .param("opinion", sent.id().value())
                .param("id", id.value())
                .param("node", sent.clause().node())
                .param("body", sent.body())
                .param("words", sent.words())
                .query(Boolean.class)
                .single();
    }

    /** The answer of whoever saw the last one; of two at once the later one is told. */
    boolean answer(ConsultationId id, OpinionId opinion, Opinion.Outcome outcome, String reason, int seen, UUID by) {
        return database.sql("""
                update plan.opinion
                   set outcome = :outcome, reason = :reason, answers = answers + 1, answered_at = :at, answered_by = :by
                 where id = :opinion and consultation_id = :id and answers = :seen
                   and exists (select from plan.consultation where id = :id and state <> 'PUBLISHED')
                """)
                        .param("outcome", outcome.name())
                        .param("reason", reason)
                        .param("at", now())
                        .param("by", by)
                        .param("opinion", opinion.value())
                        .param("id", id.value())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** Who answered an opinion last, and when; empty while nobody has. */
    Optional<Faster> answerer(OpinionId opinion) {
        record Answer(UUID by, OffsetDateTime at) {}
        return database.sql("""
                select answered_by as by, answered_at as at from plan.opinion where id = :id and answered_at is not null
                """)
                .param("id", opinion.value())
                .query(Answer.class)
                .optional()
                .map(last -> new Faster(names.of(last.by()), last.at().toInstant()));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    Consultation consultation(ResultSet row) throws SQLException {
        return new Consultation(
                new ConsultationId(row.getObject("id", UUID.class)),
                new PlanId(row.getObject("draft_id", UUID.class)),
                new RegionCode(row.getString("region_code")),
                row.getString("title"),
                row.getString("request"),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                row.getBoolean("open_to_public"),
                Consultation.State.valueOf(row.getString("state")),
                Clause.of(json.structure(row.getString("structure"))));
    }

    private static Opinion opinion(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new Opinion(
                new OpinionId(row.getObject("id", UUID.class)),
                row.getString("body"),
                row.getString("node"),
                row.getString("clause"),
                row.getString("words"),
                row.getTimestamp("sent_at").toInstant(),
                outcome == null ? null : Opinion.Outcome.valueOf(outcome),
                row.getString("reason"),
                row.getInt("answers"),
                row.getString("name") != null,
                row.getString("contact") != null);
    }
}

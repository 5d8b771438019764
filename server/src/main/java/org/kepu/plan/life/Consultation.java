package org.kepu.plan.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kepu.page.Tone;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;

/**
 * 征求意见: a draft put before bodies, and before the public if so chosen.
 *
 * @param request what is asked, in the office's words
 * @param closesOn the last day; opinions are taken until it ends in Asia/Shanghai
 * @param clauses what opinions can be given on, as it stood when the consultation was opened
 */
public record Consultation(
        ConsultationId id,
        PlanId draft,
        RegionCode region,
        String title,
        String request,
        LocalDate opensOn,
        LocalDate closesOn,
        boolean openToPublic,
        State state,
        List<Clause> clauses) {

    public Consultation {
        clauses = List.copyOf(clauses);
    }

    /** Whether opinions are taken on this day. */
    public boolean takesOpinions(LocalDate day) {
        return state == State.OPEN && !day.isBefore(opensOn) && !day.isAfter(closesOn);
    }

    /** Whether its period is over, closed or not. */
    public boolean isOver(LocalDate day) {
        return day.isAfter(closesOn);
    }

    Optional<Clause> clause(String node) {
        return clauses.stream().filter(clause -> clause.node().equals(node)).findFirst();
    }

    /** How far a consultation has come. */
    public enum State {
        OPEN(Tone.ACTIVE),
        CLOSED(Tone.WAITING),
        /** The summary stands on the portal. */
        PUBLISHED(Tone.GOOD);

        private final Tone tone;

        State(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** What the office reads. */
        public String messageKey() {
            return "life.consultation.state." + name();
        }

        /** What the public reads. */
        public String publicKey() {
            return "life.consultation.public." + name();
        }
    }

    /** What the office may do with it, and from where to where it leads. */
    enum Step {
        CLOSE(State.OPEN, State.CLOSED, "life.act.consultation-closed"),
        PUBLISH(State.CLOSED, State.PUBLISHED, "life.act.summary-published");

        final State from;
        final State to;
        final String act;

        Step(State from, State to, String act) {
            this.from = from;
            this.to = to;
            this.act = act;
        }
    }
}

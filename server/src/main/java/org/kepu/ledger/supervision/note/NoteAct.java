package org.kepu.ledger.supervision.note;

import static org.kepu.ledger.supervision.note.NoteState.ACCEPTED;
import static org.kepu.ledger.supervision.note.NoteState.ANSWERED;
import static org.kepu.ledger.supervision.note.NoteState.CLOSED;
import static org.kepu.ledger.supervision.note.NoteState.ESCALATED;
import static org.kepu.ledger.supervision.note.NoteState.ISSUED;
import static org.kepu.ledger.supervision.note.NoteState.RECEIVED;
import static org.kepu.ledger.supervision.note.NoteState.SUPERSEDED;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.kepu.shared.Right;

/** What may happen to a note: from which states, to which, and the right of whoever does it. */
public enum NoteAct {
    /** 签收 */
    RECEIVE(RECEIVED, Right.DO_TASKS, Words.NONE, ISSUED),
    /** 答复 */
    ANSWER(ANSWERED, Right.DO_TASKS, Words.LONG, RECEIVED),
    /** 退回补充, with a reason and a new day. */
    SEND_BACK(RECEIVED, Right.RUN_LEDGER, Words.REASON, ANSWERED),
    /** 采纳 */
    ACCEPT(ACCEPTED, Right.RUN_LEDGER, Words.NONE, ANSWERED),
    /** 销号 */
    CLOSE(CLOSED, Right.RUN_LEDGER, Words.NONE, ACCEPTED),
    /** 上提: to the office of the division above, or to the own leader. */
    ESCALATE(ESCALATED, Right.RUN_LEDGER, Words.REASON, ISSUED, RECEIVED, ANSWERED),
    /** 批示交办: what those decided to whom it was escalated; the body works on. */
    INSTRUCT(RECEIVED, Right.RUN_LEDGER, Words.REASON, ESCALATED),
    /** 另发代替 */
    SUPERSEDE(SUPERSEDED, Right.RUN_LEDGER, Words.NONE, ISSUED, RECEIVED, ANSWERED, ESCALATED);

    /** What is said with an act. */
    enum Words {
        NONE,
        REASON,
        LONG
    }

    final NoteState to;
    final Right right;
    final Words words;
    final Set<NoteState> from;

    NoteAct(NoteState to, Right right, Words words, NoteState... from) {
        this.to = to;
        this.right = right;
        this.words = words;
        this.from = EnumSet.copyOf(Set.of(from));
    }

    public boolean leadsFrom(NoteState state) {
        return from.contains(state);
    }

    /** Those that the office that issued may take, but for issuing another in its place. */
    static Stream<NoteAct> ofOffice() {
        return Stream.of(SEND_BACK, ACCEPT, CLOSE, ESCALATE);
    }

    /** The key of the act's name on screen and on the trail. */
    public String messageKey() {
        return "supervision.note.act." + name();
    }
}

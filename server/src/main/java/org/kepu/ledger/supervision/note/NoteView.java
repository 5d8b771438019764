package org.kepu.ledger.supervision.note;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.supervision.Happened;

/**
 * A note as a page.
 *
 * @param answers whether the reader may answer it
 * @param judges what the reader's office may do now
 * @param instructs whether the reader writes down what those decided to whom it was escalated
 * @param escalatedTo the name of the division to which it was escalated; null where it was not
 * @param above whether there is a division above
 * @param supersedes whether the reader may issue another in its place
 * @param byWeekends whether the due day was counted without the notice for its year
 * @param typed what was typed in an answer that came back
 */
public record NoteView(
        SupervisionNote note,
        List<Answer> given,
        List<Happened> history,
        boolean answers,
        List<NoteAct> judges,
        boolean instructs,
        @Nullable String escalatedTo,
        boolean above,
        boolean supersedes,
        LocalDate today,
        boolean byWeekends,
        String typed) {

    public boolean may(NoteAct act) {
        return judges.contains(act);
    }

    public boolean late() {
        return note.isLate(today);
    }

    /** Whether it was escalated to the leader of the own division. */
    public boolean isWithOwnLeader() {
        return note.region().equals(note.escalatedTo());
    }
}

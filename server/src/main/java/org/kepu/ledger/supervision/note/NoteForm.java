package org.kepu.ledger.supervision.note;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Typed;
import org.kepu.shared.WorkingDays;
import org.springframework.validation.Errors;

/**
 * What an office types when it issues a note; clause and figures come from the ledger.
 *
 * @param id made when the form was shown: sent twice, it is one note
 * @param supersedes the note whose place it takes, {@code version} as it was seen
 * @param days working days from today; unless a day is given
 */
public record NoteForm(
        @Nullable UUID id,
        @Nullable UUID task,
        @Nullable UUID supersedes,
        int version,
        String asks,
        @Nullable Integer days,
        @Nullable LocalDate dueOn) {

    private static final int USUAL_TERM = 10;
    private static final int LONGEST_TERM = 60;
    private static final int SHORTEST = 2;

    public NoteForm {
        id = id == null ? UUID.randomUUID() : id;
        asks = Typed.clean(asks);
    }

    static NoteForm about(UUID task, String asks) {
        return new NoteForm(UUID.randomUUID(), task, null, 0, asks, USUAL_TERM, null);
    }

    static NoteForm inPlaceOf(SupervisionNote note) {
        return new NoteForm(
                UUID.randomUUID(),
                note.task().value(),
                note.id().value(),
                note.version(),
                note.asks(),
                USUAL_TERM,
                null);
    }

    /** Says at the fields what is wrong; a note is not due on a day off. */
    void check(Errors errors, LocalDate today, WorkingDays calendar) {
        if (asks.length() < SHORTEST || asks.length() > SupervisionNote.LONGEST_ASK) {
            errors.rejectValue("asks", "supervision.note.form.asks.wrong");
        }
        if (dueOn == null ? days == null || days < 1 || days > LONGEST_TERM : dueOn.isBefore(today)) {
            errors.rejectValue(dueOn == null ? "days" : "dueOn", "supervision.note.form.due.wrong");
        } else if (dueOn != null && !calendar.works(dueOn)) {
            errors.rejectValue(
                    "dueOn", "supervision.note.form.due.rest", new Object[] {dueOn, calendar.after(dueOn, 1)}, null);
        }
    }
}

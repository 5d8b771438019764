package org.kepu.ledger.work.yearly;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Faster;
import org.kepu.plan.Plan;
import org.springframework.validation.Errors;

/**
 * The page of a work plan.
 *
 * @param plan that it follows
 * @param sections of a draft
 * @param content what it says; of an issued one what was issued
 * @param intact whether what was issued still has its checksum
 * @param before the one whose place it took
 * @param writes whether the reader may write it
 * @param typed the section that came back, with what was typed
 * @param at the place of the section that came back
 * @param faster who saved that section first, if somebody did
 * @param issue what is settled when it is issued
 */
public record WorkPlanView(
        WorkPlan workPlan,
        Plan plan,
        List<Section> sections,
        Content content,
        boolean intact,
        @Nullable WorkPlan before,
        boolean writes,
        @Nullable SectionForm typed,
        int at,
        @Nullable Faster faster,
        IssueForm issue,
        @Nullable Errors errors) {

    public boolean isEdited(Section section) {
        return typed != null && at == section.position();
    }

    /** What is wrong with this form, if it is the one that came back. */
    public @Nullable Errors errors(String form) {
        return errors != null && errors.getObjectName().equals(form) ? errors : null;
    }
}

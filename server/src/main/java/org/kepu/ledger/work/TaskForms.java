package org.kepu.ledger.work;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** The forms of the task page, as they are shown. */
@Component
public class TaskForms {

    private final Clock clock;

    TaskForms(Clock clock) {
        this.clock = clock;
    }

    /**
     * What stands in each form. Of a form that came back, what was typed and what is wrong with it.
     *
     * @param errors of the one that came back
     */
    public record Shown(
            PartForm part,
            EvidenceForm evidence,
            OwnPlanForm ownPlan,
            CarryForm carry,
            @Nullable Errors errors) {

        /** What is wrong with this form, if it is the one that came back. */
        public @Nullable Errors errors(String form) {
            return errors != null && errors.getObjectName().equals(form) ? errors : null;
        }

        Shown with(PartForm typed, Errors wrong) {
            return new Shown(typed, evidence, ownPlan, carry, wrong);
        }

        Shown with(EvidenceForm typed, Errors wrong) {
            return new Shown(part, typed, ownPlan, carry, wrong);
        }

        Shown with(OwnPlanForm typed, Errors wrong) {
            return new Shown(part, evidence, typed, carry, wrong);
        }

        Shown with(CarryForm typed, Errors wrong) {
            return new Shown(part, evidence, ownPlan, typed, wrong);
        }
    }

    Shown empty() {
        return new Shown(
                PartForm.empty(), EvidenceForm.on(LocalDate.now(clock)), OwnPlanForm.empty(), new CarryForm(""), null);
    }
}

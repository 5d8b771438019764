package org.kepu.ledger.work;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Typed;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.multipart.MultipartFile;

/**
 * The own plan of a body as it is named for a task: one that was named before, or a new one.
 *
 * @param chosen one that was named before
 * @param document the document itself, if it is handed in
 */
public record OwnPlanForm(
        @Nullable UUID chosen,

        @Size(max = OwnPlan.LONGEST_TITLE, message = "{work.own-plan.title.long}")
        String title,

        @Size(max = OwnPlan.LONGEST_NUMBER, message = "{work.own-plan.number.long}")
        String number,

        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate signedOn,

        @Size(max = OwnPlan.LONGEST_ITEM, message = "{work.own-plan.item.long}")
        String item,

        @Nullable MultipartFile document) {

    public OwnPlanForm {
        title = Typed.line(title);
        number = Typed.line(number);
        item = Typed.line(item);
    }

    static OwnPlanForm empty() {
        return new OwnPlanForm(null, "", "", null, "", null);
    }
}

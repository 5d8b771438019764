package org.kepu.ledger.research;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kepu.file.Keeping;
import org.kepu.page.Pager;
import org.kepu.region.Region;
import org.springframework.validation.Errors;

/**
 * The page of inquiries.
 *
 * @param counting how many of the year count
 * @param offices the divisions whose office the reader is; none: one reads only
 * @param names the divisions, by code
 * @param form as it is, or as it came back
 */
public record ResearchView(
        int year,
        int counting,
        List<Research> rows,
        Pager pager,
        List<Region> offices,
        Map<String, String> names,
        ResearchForm form,
        @Nullable Errors errors,
        Keeping.@Nullable Refused notKept) {

    /** Whether the form came back. */
    public boolean returned() {
        return errors != null || notKept != null;
    }
}

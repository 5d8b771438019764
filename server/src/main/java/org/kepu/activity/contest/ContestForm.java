package org.kepu.activity.contest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A contest as it is typed.
 *
 * @param version of what was read; 0 if nothing was told before
 */
public record ContestForm(
        String series,
        @Nullable ContestLevel level,
        String whiteList,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer version) {

    static final ContestForm BLANK = new ContestForm("", null, "", null, null, 0);

    @SuppressWarnings("NullAway") // an absent field comes as null
    public ContestForm {
        series = series == null ? "" : series.strip();
        whiteList = whiteList == null ? "" : whiteList.strip();
        version = version == null ? 0 : version;
    }

    static ContestForm of(Contest contest) {
        return new ContestForm(
                contest.series(),
                contest.level(),
                contest.whiteList(),
                contest.from(),
                contest.to(),
                contest.version());
    }

    int basedOn() {
        return version == null ? 0 : version;
    }

    /** Says at the fields what is wrong. */
    void check(Errors errors) {
        if (series.length() < 2 || series.length() > Contest.LONGEST_SERIES) {
            errors.rejectValue("series", "contest.wrong.series");
        }
        if (level == null) {
            errors.rejectValue("level", "contest.wrong.level");
        }
        if (whiteList.length() > Contest.LONGEST_LIST) {
            errors.rejectValue("whiteList", "contest.wrong.white-list");
        }
        if (from == null) {
            errors.rejectValue("from", "contest.wrong.from");
        }
        if (to == null || from != null && to.isBefore(from)) {
            errors.rejectValue("to", "contest.wrong.to");
        }
    }
}

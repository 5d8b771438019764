package org.kepu.activity.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.closing.Closed;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * What came of a session, as a clerk types it on a telephone.
 *
 * @param held no means that it did not take place
 * @param audiences for whom, with {@code counts} in the same order; an empty count is nobody
 * @param version of what was told before; 0 if nothing was
 * @param school the code of the school that it was held at, or that went; empty if it was none
 * @param document the one proof, if there is one; a new one takes the place of the one before
 */
public record ClosingForm(
        @Nullable Boolean held,
        List<String> audiences,
        List<String> counts,
        @Nullable Integer version,
        String school,
        @Nullable MultipartFile document) {

    @SuppressWarnings("NullAway") // an absent field comes as null
    public ClosingForm {
        held = held == null || held;
        audiences = audiences == null ? List.of() : List.copyOf(audiences);
        counts = counts == null ? List.of() : List.copyOf(counts);
        school = school == null ? "" : school.strip();
    }

    /** For the audiences of an activity, with what was told before, or else what was counted at the door. */
    static ClosingForm of(List<String> audiences, @Nullable Closed before, Map<String, Integer> counted) {
        return new ClosingForm(
                before == null || before.closing().held(),
                audiences,
                audiences.stream()
                        .map(code -> before == null
                                ? Optional.ofNullable(counted.get(code))
                                        .map(String::valueOf)
                                        .orElse("")
                                : String.valueOf(before.closing().attendances().getOrDefault(code, 0)))
                        .toList(),
                before == null ? 0 : before.version(),
                before == null || before.closing().school() == null
                        ? ""
                        : before.closing().school(),
                null);
    }

    public String count(int row) {
        return row < counts.size() ? counts.get(row) : "";
    }

    /** Whether how many came is a number, or nothing. */
    public boolean isNumber(int row) {
        return count(row).strip().matches("\\d{0,6}");
    }

    int basedOn() {
        return version == null ? 0 : version;
    }

    boolean isHeld() {
        return Boolean.TRUE.equals(held);
    }

    /** Says what is wrong with the numbers. */
    void check(Errors errors) {
        if (counts.size() != audiences.size()
                || !IntStream.range(0, counts.size()).allMatch(this::isNumber)) {
            errors.rejectValue("counts", "activity.closing.wrong.counts");
        }
    }

    /** How many came, by audience. */
    Map<String, Integer> attendances() {
        var came = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < audiences.size(); i++) {
            var count = counts.get(i).strip();
            came.merge(audiences.get(i), count.isEmpty() ? 0 : Integer.parseInt(count), Integer::sum);
        }
        return isHeld() ? came : Map.of();
    }
}

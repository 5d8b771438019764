package org.kepu.people.expert;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.people.Person;
import org.kepu.shared.RegionCode;

/**
 * An expert (科普专家), as lists show one.
 *
 * @param fields by GB/T 13745
 * @param topics what they speak of, in words
 * @param rank the professional title (职称)
 * @param most how often in a year they may be asked at most
 * @param onCall the turn in which they are rung up in an emergency; null if they are not
 * @param published whether they agree that the public reads of them
 * @param left null while they serve
 * @param asked how often they are asked this year, answered or not, without those declined
 */
public record Expert(
        UUID id,
        Person person,
        RegionCode region,
        List<String> fields,
        String topics,
        String rank,
        String workplace,
        LocalDate from,
        LocalDate to,
        int most,
        @Nullable Integer onCall,
        boolean published,
        @Nullable LocalDate left,
        int version,
        int asked) {

    public Expert {
        fields = List.copyOf(fields);
    }

    /** Whether their term holds on this day. */
    public boolean serves(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to) && (left == null || day.isBefore(left));
    }

    /** Where the desk shows them. */
    public String path() {
        return "/desk/experts/" + id;
    }
}

package org.kepu.activity.school;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Thing;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/**
 * A school.
 *
 * @param code that the education authority gave it (学校标识码); it never changes
 * @param keeper the body that keeps its numbers: the education authority, or the school itself
 * @param rural whether in a rural or pastoral area
 * @param closed the day from which it is no more; null while it stands
 */
public record School(
        String code,
        String name,
        RegionCode region,
        BodyId keeper,
        Stage stage,
        boolean rural,
        LocalDate opened,
        @Nullable LocalDate closed,
        int version) {

    /** What facts about schools are about. */
    public static final String THING = "SCHOOL";

    /** As facts know it. */
    public Thing thing() {
        return new Thing(THING, code, name, region);
    }

    public String path() {
        return "/desk/schools/" + code;
    }
}

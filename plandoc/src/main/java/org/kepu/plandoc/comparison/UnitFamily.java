package org.kepu.plandoc.comparison;

import java.util.Optional;
import java.util.Set;

/** Units that count the same thing. Persons and attendances, events and sessions are not the same. */
enum UnitFamily {
    PERSONS("人", "名", "位", "人员"),
    ATTENDANCES("人次", "名次"),
    EVENTS("次"),
    SESSIONS("场", "场次"),
    THINGS("个", "家", "所", "处", "座"),
    AREA("平方米", "平米", "㎡", "m²", "m2"),
    PERCENT("%", "％", "百分比");

    private final Set<String> units;

    UnitFamily(String... units) {
        this.units = Set.of(units);
    }

    static boolean agree(String one, String other) {
        return one.equals(other) || of(one).isPresent() && of(one).equals(of(other));
    }

    private static Optional<UnitFamily> of(String unit) {
        for (var family : values()) {
            if (family.units.contains(unit)) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }
}

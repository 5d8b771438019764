package org.kepu.people.roster;

import java.util.Arrays;
import java.util.Optional;

/** The rosters (名册) that the plan names, each with a rule of its own. */
public enum RosterKind {
    /** 科普信息员: their number lives in another system and is told with source and day. */
    INFORMANT,
    /** 科技特派员: with a speciality, matched with what herders and farmers ask. */
    ENVOY,
    /** 科技辅导员: full or part time, with a certificate. */
    TUTOR,
    /** 三长: heads of hospitals, schools and stations, with posts by street. */
    HEAD;

    /** What one of the 三长 is head of. */
    public enum Post {
        HOSPITAL,
        SCHOOL,
        STATION;

        /** The key of its name on screen. */
        public String messageKey() {
            return "people.post." + name();
        }
    }

    /** The key of its name on screen. */
    public String messageKey() {
        return "people.roster." + name();
    }

    static Optional<RosterKind> read(String written) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(written))
                .findFirst();
    }
}

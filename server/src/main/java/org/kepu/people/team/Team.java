package org.kepu.people.team;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/**
 * A team of volunteers (科技志愿服务队).
 *
 * @param above the team that it belongs to
 * @param body the body that answers for it
 * @param services classes of service
 * @param about what is done, told truthfully (志愿服务条例第十二条)
 * @param risks what can happen
 * @param training what one learns before; empty if nothing is needed
 * @param insurance how one is insured; empty if not told
 * @param line the telephone at which the team is reached
 * @param minors whether it takes those under age, with their guardian's word
 * @param closed null while there is such a team
 */
public record Team(
        UUID id,
        @Nullable UUID above,
        Level level,
        String title,
        RegionCode region,
        @Nullable BodyId body,
        List<String> services,
        String about,
        String risks,
        String training,
        String insurance,
        String line,
        boolean recruiting,
        boolean minors,
        @Nullable LocalDate closed,
        int version) {

    /** 总队、支队、分队. */
    public enum Level {
        CORPS,
        BRANCH,
        SQUAD;

        /** The key of its name on screen. */
        public String messageKey() {
            return "people.level." + name();
        }

        boolean isAbove(Level other) {
            return ordinal() < other.ordinal();
        }
    }

    public Team {
        services = List.copyOf(services);
    }

    /** Whether somebody may ask to be taken in. */
    public boolean isOpen() {
        return recruiting && closed == null;
    }

    /** Where the desk shows it. */
    public String path() {
        return "/desk/teams/" + id;
    }
}

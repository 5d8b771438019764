package org.kepu.people.team;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.people.Person;
import org.kepu.shared.RegionCode;

/**
 * A volunteer of a team, as its list shows them.
 *
 * @param title of the team
 * @param way how they came: by themselves, through the team, by a clerk
 * @param agreedHow how somebody else saw that they agree
 * @param minutes that count of all teams together
 */
public record Member(
        UUID id,
        UUID team,
        String title,
        RegionCode region,
        Person person,
        State state,
        String background,
        boolean staff,
        String way,
        String agreedHow,
        String why,
        @Nullable LocalDate trained,
        @Nullable LocalDate insured,
        long minutes) {

    /** How somebody stands to a team. */
    public enum State {
        ASKED,
        IN,
        DECLINED,
        LEFT;

        /** The key of its name on screen. */
        public String messageKey() {
            return "people.member." + name();
        }
    }
}

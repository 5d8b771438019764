package org.kepu.activity.school;

import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How a school stands in a semester.
 *
 * @param lectures held there
 * @param trips study trips that it made
 * @param numbers that it told; those that it did not tell are missing
 * @param floors what the plans ask for
 */
public record SchoolStanding(
        School school, long lectures, long trips, Map<SchoolNumber, Integer> numbers, Floors floors) {

    /**
     * What a school should reach, as the definitions of the indicators have it.
     *
     * @param lectures in a semester
     * @param trips in a semester
     * @param percent of the pupils who take part
     * @param teachers of science
     */
    public record Floors(long lectures, long trips, long percent, long teachers) {}

    public SchoolStanding {
        numbers = Map.copyOf(numbers);
    }

    public @Nullable Integer number(SchoolNumber what) {
        return numbers.get(what);
    }

    /** How many of a hundred pupils took part; nothing where one of the numbers was not told. */
    public OptionalInt percent() {
        var roll = number(SchoolNumber.ROLL);
        var took = number(SchoolNumber.TAKING_PART);
        return roll == null || roll == 0 || took == null
                ? OptionalInt.empty()
                : OptionalInt.of((int) (100L * took / roll));
    }

    public boolean lacksLectures() {
        return lectures < floors.lectures();
    }

    public boolean lacksTrips() {
        return trips < floors.trips();
    }

    /** Whether too few took part; one that told no numbers is not said to lack any. */
    public boolean lacksPupils() {
        return percent().isPresent() && percent().getAsInt() < floors.percent();
    }

    public boolean lacksTeachers() {
        var teachers = number(SchoolNumber.SCIENCE_TEACHERS);
        return teachers != null && teachers < floors.teachers();
    }

    /** Whether anything is short, or was not told. */
    public boolean isShort() {
        return lacksLectures()
                || lacksTrips()
                || lacksPupils()
                || lacksTeachers()
                || numbers.size() < SchoolNumber.values().length;
    }
}

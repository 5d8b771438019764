package org.kepu.activity.door;

import java.time.Instant;
import java.util.List;
import org.kepu.activity.Session;

/**
 * What a telephone at the door needs to know of the session: no names, no numbers of telephones.
 *
 * @param audiences of whom those may be who just come
 * @param present how many of those who booked are there
 * @param keep until when a telephone keeps it
 * @param over whether the time of the door is over: what is written down is still sent, and nothing more is written
 */
public record DoorList(
        Session session, String title, String place, List<String> audiences, int present, Instant keep, boolean over) {

    public DoorList {
        audiences = List.copyOf(audiences);
    }

    /**
     * The codes that there are, as a telephone knows them without a line.
     *
     * @param key with which marks are made, see {@link Marks}
     * @param rounds how often it is gone through for one
     */
    public record Known(String key, int rounds, List<Expected> expected) {
        public Known {
            expected = List.copyOf(expected);
        }
    }

    /**
     * A code.
     *
     * @param answer what it would be answered now
     */
    public record Expected(String mark, int places, Answer answer) {}

    /**
     * How many just came.
     *
     * @param own as this telephone counted
     * @param turn of that count
     * @param others as all others counted
     */
    public record WalkIns(String audience, int own, long turn, int others) {}

    /** What was answered to a telephone: each scan, and how many there are now. */
    public record Told(List<Scan> scans, List<WalkIns> walkIns, int present) {
        public Told {
            scans = List.copyOf(scans);
            walkIns = List.copyOf(walkIns);
        }
    }
}

package org.kepu.activity;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who comes to a session, and how: for whom seats are kept, in which parties people come, and what they are asked.
 *
 * @param quotas in the order in which they are used, elders first
 * @param doorSeats kept for those who come without a word
 * @param releaseMinutes how long before the start quotas are released to all; the seats at the door stay
 * @param groupMost the most places of a group or a school
 * @param reclaimMinutes how long after the start seats are given away whose holders are not there; null: never
 */
public record Admission(
        List<Quota> quotas,
        int doorSeats,
        int releaseMinutes,
        Set<PartyKind> parties,
        int groupMost,
        List<Question> questions,
        @Nullable Integer reclaimMinutes) {

    public static final int LARGEST_GROUP = 500;
    public static final int A_DAY = 24 * 60;

    /** Everybody alike, nothing asked. */
    public static final Admission PLAIN =
            new Admission(List.of(), 0, A_DAY, EnumSet.of(PartyKind.SINGLE), 50, List.of(), null);

    public Admission {
        quotas = List.copyOf(quotas);
        parties = Set.copyOf(parties);
        questions = List.copyOf(questions);
        if (parties.isEmpty() || questions.size() > Question.MOST) {
            throw new IllegalArgumentException("somebody comes, and is asked three questions at most");
        }
    }

    /** Seats that are set aside in all. */
    public int setAside() {
        return doorSeats + quotas.stream().mapToInt(Quota::capacity).sum();
    }

    /** The kinds of parties that it takes, in the order in which they are offered. */
    public List<PartyKind> kinds() {
        return parties.stream().sorted().toList();
    }
}

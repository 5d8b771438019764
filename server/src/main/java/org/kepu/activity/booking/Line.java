package org.kepu.activity.booking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The line of those who wait, and who of them comes in. A party waits as a party: where it does not fit, nobody behind it overtakes
 * it for those seats; whoever may use others of a quota, where nobody before them waits, has those.
 */
final class Line {

    /** The seats that are for all. */
    static final UUID ALL = new UUID(0, 0);

    private Line() {}

    /**
     * A booking that waits.
     *
     * @param mayUse the quotas of which it may have seats
     */
    record Turn(UUID booking, int places, List<UUID> mayUse) {}

    /** @param seats of which it has them: a quota, or {@link #ALL} */
    record Seated(UUID booking, UUID seats) {}

    /**
     * @param room how many seats are free of each quota, and for all
     * @param line those who wait, in their turn
     */
    static List<Seated> seat(Map<UUID, Integer> room, List<Turn> line) {
        var left = new HashMap<>(room);
        var shut = new HashSet<UUID>();
        var seated = new ArrayList<Seated>();
        for (var turn : line) {
            var open = new ArrayList<>(turn.mayUse());
            open.add(ALL);
            open.removeIf(seats -> shut.contains(seats) || !left.containsKey(seats));
            var found = open.stream()
                    .filter(seats -> left.getOrDefault(seats, 0) >= turn.places())
                    .findFirst();
            if (found.isPresent()) {
                left.merge(found.get(), -turn.places(), Integer::sum);
                seated.add(new Seated(turn.booking(), found.get()));
            } else {
                shut.addAll(open);
            }
            if (shut.containsAll(left.keySet())) {
                break;
            }
        }
        return seated;
    }
}

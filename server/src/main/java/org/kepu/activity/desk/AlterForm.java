package org.kepu.activity.desk;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kepu.activity.SessionId;

/**
 * Which sessions of a series are changed, as a clerk ticks them.
 *
 * @param later by how many days; below nought: earlier
 */
public record AlterForm(String later, List<String> chosen) {

    @SuppressWarnings("NullAway") // an absent field comes as null
    public AlterForm {
        later = later == null ? "0" : later.strip();
        chosen = chosen == null ? List.of() : List.copyOf(chosen);
    }

    int days() {
        return later.matches("-?[0-6]") ? Integer.parseInt(later) : 0;
    }

    public boolean has(SessionId session) {
        return chosen.contains(session.toString());
    }

    Set<SessionId> sessions() {
        return chosen.stream().flatMap(id -> read(id).stream()).collect(Collectors.toSet());
    }

    private static List<SessionId> read(String id) {
        try {
            return List.of(new SessionId(UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}

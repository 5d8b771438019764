package org.kepu.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.RegionCode;

/**
 * Something that somebody did, in business words.
 *
 * @param key the sentence of the act in its module's bundle, such as {@code plan.act.confirmed}
 * @param kind what it was done to, such as {@code plan}
 * @param object the identity of what it was done to
 * @param label how people call it; never personal data, which is told by {@code subject}
 * @param region the division it belongs to, if it belongs to one
 * @param subject the account whose personal data was touched, if any
 * @param changes the changed fields; personal values masked
 * @param reason why, where a reason is asked; otherwise empty
 */
public record Act(
        String key,
        String kind,
        String object,
        String label,
        @Nullable RegionCode region,
        @Nullable UUID subject,
        List<Change> changes,
        String reason) {

    public Act {
        changes = List.copyOf(changes);
        if (key.isBlank() || kind.isBlank()) {
            throw new IllegalArgumentException("an act says what was done, and to what");
        }
    }

    /** A field before and after; {@code null} where there was or is none. */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}

    public static Act of(String key, String kind, Object object, String label) {
        return new Act(key, kind, object.toString(), label, null, null, List.of(), "");
    }

    public Act in(@Nullable RegionCode division) {
        return new Act(key, kind, object, label, division, subject, changes, reason);
    }

    public Act about(UUID person) {
        return new Act(key, kind, object, label, region, person, changes, reason);
    }

    /** Adds a field unless it stayed the same. */
    public Act changed(String field, @Nullable Object before, @Nullable Object after) {
        var old = before == null ? null : before.toString();
        var fresh = after == null ? null : after.toString();
        if (java.util.Objects.equals(old, fresh)) {
            return this;
        }
        var all = new ArrayList<>(changes);
        all.add(new Change(field, old, fresh));
        return new Act(key, kind, object, label, region, subject, all, reason);
    }

    public Act because(String words) {
        return new Act(key, kind, object, label, region, subject, changes, words.strip());
    }
}

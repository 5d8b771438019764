package org.kepu.activity.template;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Described;
import org.kepu.activity.Place;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/**
 * An activity kept as a pattern.
 *
 * @param region the division whose office keeps it, or in which its body is
 * @param body whose it is; null: the office's
 * @param shared whether the divisions below use it too
 * @param own whether one may change it; otherwise it comes from above
 * @param session null: no session is suggested
 */
public record Template(
        UUID id,
        String title,
        RegionCode region,
        @Nullable BodyId body,
        boolean shared,
        boolean own,
        Described told,
        @Nullable SessionPattern session) {

    /** What is told by it in another division: neither the place nor those who held it there come along, nor the measures of another's plan. */
    public Described toldIn(RegionCode elsewhere) {
        return own
                ? told
                : new Described(
                        told.title(),
                        told.kind(),
                        told.campaign(),
                        told.summary(),
                        told.audiences(),
                        elsewhere,
                        new Place(told.place().kind(), "", "", null, null),
                        "",
                        told.safety(),
                        "",
                        List.of(),
                        List.of());
    }
}

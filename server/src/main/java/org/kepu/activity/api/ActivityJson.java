package org.kepu.activity.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activity;
import org.kepu.activity.Place;
import org.kepu.shared.BodyId;

/**
 * An activity for other systems.
 *
 * @param state {@code published} or {@code cancelled}
 * @param sessions those that were asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ActivityJson(
        UUID id,
        String title,
        String kind,
        @Nullable String campaign,
        String summary,
        List<String> audiences,
        String region,
        Place place,
        String access,
        String safety,
        String telephone,
        List<UUID> organisers,
        String state,
        List<SessionJson> sessions) {

    static ActivityJson of(Activity activity, List<SessionJson> sessions) {
        var told = activity.described();
        return new ActivityJson(
                activity.id().value(),
                told.title(),
                told.kind(),
                told.campaign(),
                told.summary(),
                told.audiences(),
                told.region().value(),
                told.place(),
                told.access(),
                told.safety(),
                told.telephone(),
                told.organisers().stream().map(BodyId::value).toList(),
                activity.state().name().toLowerCase(java.util.Locale.ROOT),
                sessions);
    }
}

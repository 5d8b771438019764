package org.kepu.activity.booking;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Offer;
import org.kepu.activity.Quota;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.springframework.stereotype.Component;

/** Of which quotas somebody may have seats: as they say themselves, nobody has to prove it. */
@Component
class Entitlement {

    private final Regions regions;

    Entitlement(Regions regions) {
        this.regions = regions;
    }

    /** In the order in which they are used; empty where none are kept any more. */
    List<UUID> of(Offer offer, Applicant who) {
        return !offer.keeps()
                ? List.of()
                : offer.admission().quotas().stream()
                        .filter(quota ->
                                quota.kind() == Quota.Kind.ELDERS ? who.elder() : isAtHome(quota.region(), who.home()))
                        .map(Quota::id)
                        .toList();
    }

    private boolean isAtHome(@Nullable RegionCode area, @Nullable RegionCode home) {
        return area != null && home != null && (area.equals(home) || regions.covers(area, home));
    }
}

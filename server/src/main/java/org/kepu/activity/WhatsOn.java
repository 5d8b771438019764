package org.kepu.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.RegionCode;

/**
 * What somebody looks for.
 *
 * @param from only what lasts beyond this moment
 * @param until only what begins before; null: any time
 * @param region with all that lies below it; null: everywhere
 * @param kind null: any
 * @param audience null: any
 * @param campaign null: any
 */
public record WhatsOn(
        Instant from,
        @Nullable Instant until,
        @Nullable RegionCode region,
        @Nullable String kind,
        @Nullable String audience,
        @Nullable String campaign) {

    public static WhatsOn from(Instant moment) {
        return new WhatsOn(moment, null, null, null, null, null);
    }
}

package org.kepu.plan.life;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Faster;

/**
 * A publication that was typed and not taken.
 *
 * @param on the day, as it was typed
 * @param why the key of the sentence that says why not; or null
 * @param faster who recorded it first, if somebody did
 */
public record TypedPublication(
        String on,
        String place,
        @Nullable String why,
        @Nullable Faster faster) implements Serializable {}

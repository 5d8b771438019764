package org.kepu.plan.life;

import org.jspecify.annotations.Nullable;
import org.kepu.page.Faster;

/**
 * An answer to an opinion that was typed and not taken.
 *
 * @param why the key of the sentence that says why not
 * @param faster who answered first, if somebody did
 */
public record TypedAnswer(
        OpinionId opinion,
        Opinion.Outcome outcome,
        String reason,
        String why,
        @Nullable Faster faster) {}

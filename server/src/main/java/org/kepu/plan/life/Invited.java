package org.kepu.plan.life;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A body that was asked for its opinion.
 *
 * @param repliedAt when it had said all, {@code null} while it has not
 */
public record Invited(UUID body, String name, @Nullable Instant repliedAt) {}

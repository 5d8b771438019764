package org.kepu.indicator.api;

import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Source;

/** What another system told, as far as it could be read. */
sealed interface Told {

    /** The id under which it was told; null if not even that could be read. */
    @Nullable
    String id();

    record Happened(Fact fact) implements Told {
        @Override
        public String id() {
            return fact.source().id();
        }
    }

    /** It did not happen after all. */
    record Withdrawn(Source next) implements Told {
        @Override
        public String id() {
            return next.id();
        }
    }

    record Unreadable(@Nullable String id, Refusal why) implements Told {}
}

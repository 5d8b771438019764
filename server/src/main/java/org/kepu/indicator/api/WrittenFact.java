package org.kepu.indicator.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact as another system writes it. Nothing in it is trusted; {@link ToldJson} reads it. */
record WrittenFact(
        @Schema(description = "The row in the system that tells it", maxLength = 120) @Nullable
        String id,

        @Schema(description = "1 at first and where nothing is said, one more with each correction") @Nullable
        Integer version,

        @Schema(description = "True takes the version before back; of the rest only id and version are read then")
        @Nullable
        Boolean withdrawn,

        @Schema(description = "Code of the kind", example = "LECTURE") @Nullable
        String kind,

        @Schema(description = "The day it happened", format = "date") @Nullable
        String day,

        @Schema(description = "The smallest division that is known", example = "150203001001") @Nullable
        String region,

        @Schema(description = "Code of the audience; none if not told") @Nullable
        String audience,

        @Schema(description = "Code of the kind of place; none if not told") @Nullable
        String place,

        @Schema(description = "In a rural or pastoral area; where nothing is said, as the division is") @Nullable
        Boolean rural,

        @Schema(description = "What is counted; where nothing is said, it happened once") @Nullable
        WrittenAmounts amounts,

        @Schema(description = "Ids of bodies; each is credited, the fact counts once") @Nullable
        List<UUID> organisers,

        @Schema(description = "Ids of the measures of plans that it serves") @Nullable
        List<UUID> measures,

        @Schema(
                description = "Telephone or identity numbers of who took part, only for kinds that count persons."
                        + " Kept as keyed hashes, never as they are")
        @Nullable
        List<String> persons,

        @Schema(description = "The school, vehicle, base or venue it is about") @Nullable
        WrittenThing thing,

        @Schema(description = "What a list calls it; no personal data", maxLength = 200) @Nullable
        String title) {

    /** Who took part stays out of logs. */
    @Override
    public String toString() {
        return "WrittenFact[" + id + "]";
    }

    record WrittenAmounts(
            @Nullable Integer events,
            @Nullable Integer attendances,
            @Nullable Integer minutes,
            @Schema(description = "In fen") @Nullable Long money,

            @Schema(description = "In the unit of the kind") @Nullable
            Long quantity) {}

    record WrittenThing(
            @Schema(description = "As the kind of fact has it", example = "SCHOOL") @Nullable
            String kind,

            @Schema(description = "By which its register knows it") @Nullable
            String code,

            @Nullable String name,
            @Schema(description = "Where it is") @Nullable String region) {}
}

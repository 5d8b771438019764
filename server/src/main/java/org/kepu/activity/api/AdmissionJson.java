package org.kepu.activity.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Offer;
import org.kepu.activity.PartyKind;
import org.kepu.activity.Question;
import org.kepu.activity.Quota;

/**
 * How one books a session: in which parties, for whom seats are kept, what is asked.
 *
 * @param parties those that it takes: {@code single}, {@code family}, {@code group}, {@code school}
 * @param groupMost the most places of a group or a school
 * @param quotas seats kept for some; empty once they are released to all
 * @param releases when that is; absent without quotas
 * @param questions to be answered in this order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AdmissionJson(
        List<String> parties,
        int groupMost,
        List<QuotaJson> quotas,
        @Nullable Instant releases,
        List<QuestionJson> questions) {

    /**
     * Seats that are kept.
     *
     * @param kind {@code elders} or {@code area}
     * @param region the code of the division, of an area
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuotaJson(String kind, @Nullable String region, int capacity, int free) {

        static QuotaJson of(Quota quota) {
            var region = quota.region();
            return new QuotaJson(
                    quota.kind().word(), region == null ? null : region.value(), quota.capacity(), quota.free());
        }
    }

    /**
     * A question of the organiser.
     *
     * @param kind {@code yes-no} (answered {@code yes} or {@code no}), {@code choice} (one of the choices), {@code text} (up to 60
     *     signs) or {@code number}
     */
    record QuestionJson(String words, String kind, List<String> choices, boolean needed) {

        static QuestionJson of(Question question) {
            return new QuestionJson(question.words(), question.kind().word(), question.choices(), question.needed());
        }
    }

    static AdmissionJson of(Offer offer) {
        var admission = offer.admission();
        return new AdmissionJson(
                admission.kinds().stream().map(PartyKind::word).toList(),
                admission.groupMost(),
                offer.keeps() ? admission.quotas().stream().map(QuotaJson::of).toList() : List.of(),
                offer.keeps() ? offer.releases() : null,
                admission.questions().stream().map(QuestionJson::of).toList());
    }
}

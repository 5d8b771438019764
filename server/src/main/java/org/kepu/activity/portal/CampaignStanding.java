package org.kepu.activity.portal;

import java.time.LocalDate;
import org.kepu.activity.Campaign;
import org.kepu.page.Tone;

/** How the days of a campaign lie to today. */
public enum CampaignStanding {
    COMING(Tone.WAITING),
    NOW(Tone.ACTIVE),
    OVER(Tone.NEUTRAL);

    private final Tone tone;

    CampaignStanding(Tone tone) {
        this.tone = tone;
    }

    static CampaignStanding of(Campaign campaign, LocalDate today) {
        if (today.isBefore(campaign.first())) {
            return COMING;
        }
        return campaign.holds(today) ? NOW : OVER;
    }

    public Tone tone() {
        return tone;
    }

    /** The key of its name on screen. */
    public String messageKey() {
        return "portal.standing." + name();
    }
}

package org.kepu.activity.portal;

import org.kepu.activity.Campaign;
import org.kepu.activity.closing.CampaignFigures;

/**
 * A campaign in the calendar of a year.
 *
 * @param coming how many activities of it are still to come
 * @param done what was done for it in that year
 */
public record CampaignLine(Campaign campaign, CampaignStanding standing, long coming, CampaignFigures.Sum done) {}

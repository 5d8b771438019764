package org.kepu.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.order.supply.SupplierId;
import org.kepu.shared.Actor;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.RegionCode;

/**
 * What somebody asks for.
 *
 * @param region the division in which it is to take place
 * @param subject one of the subjects of the menu
 * @param words what they would like to hear, in their own words; may be empty
 * @param audience for whom, as facts call it; empty: for nobody in particular
 * @param hours at what times of the day, in words
 * @param wished whom they would like from the menu; null: whoever suits
 * @param place the address
 * @param needs what somebody needs to take part: 轮椅、手语、蒙古语 …
 * @param key of the request: sent again, it is the same
 * @param by the clerk or the system that asks in their place; null: they ask themselves
 */
public record Wish(
        RegionCode region,
        String subject,
        String words,
        String audience,
        int people,
        LocalDate from,
        LocalDate to,
        String hours,
        @Nullable SupplierId wished,
        String place,
        String needs,
        String name,
        PhoneNumber phone,
        Channel channel,
        String key,
        @Nullable Actor by) {

    public static final int LONGEST_WORDS = 500;
    public static final int LONGEST_HOURS = 60;
    public static final int LONGEST_PLACE = 100;
    public static final int LONGEST_NEEDS = 200;
    public static final int LONGEST_NAME = 40;
    public static final int LONGEST_KEY = 120;
    public static final int MOST_PEOPLE = 999;

    /** How many days ahead one may wish. */
    public static final int LATEST_DAYS = 180;

    /** By which way it came. */
    public enum Channel {
        WEB,
        PHONE,
        DESK,
        API;

        /** The key of its name on screen. */
        public String messageKey() {
            return "order.channel." + name();
        }
    }

    @Override
    public String toString() {
        return "Wish[" + region + " " + subject + "]";
    }
}

package org.kepu.order.supply;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/**
 * A team or an expert on the menu.
 *
 * @param title what they are called on the menu: of an expert the post, never the name
 * @param body whose clerks act for them
 * @param region where they are at home
 * @param area the division in which, and below which, they serve
 * @param capacity how many orders they take a week
 * @param stars the mean of 1 to 5; null where nobody has rated
 */
public record Supplier(
        SupplierId id,
        Kind kind,
        String title,
        String about,
        BodyId body,
        RegionCode region,
        RegionCode area,
        List<String> subjects,
        List<String> audiences,
        int capacity,
        boolean active,
        int served,
        @Nullable LocalDate lastServed,
        @Nullable Double stars,
        int version) {

    public static final int LONGEST_TITLE = 60;
    public static final int LONGEST_ABOUT = 300;
    public static final int MOST_A_WEEK = 99;

    public Supplier {
        subjects = List.copyOf(subjects);
        audiences = List.copyOf(audiences);
    }

    public enum Kind {
        /** 科技志愿服务队 */
        TEAM,
        /** 科普专家 */
        EXPERT;

        /** The key of its name on screen. */
        public String messageKey() {
            return "order.supplier.kind." + name();
        }
    }

    /** What is written down of one; the counts come of themselves. */
    public record Written(
            Kind kind,
            String title,
            String about,
            BodyId body,
            RegionCode region,
            RegionCode area,
            List<String> subjects,
            List<String> audiences,
            int capacity,
            boolean active) {

        public Written {
            subjects = List.copyOf(subjects);
            audiences = List.copyOf(audiences);
        }
    }
}

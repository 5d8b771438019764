package org.kepu.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a notice says of one day.
 *
 * @param basis the notice, by its number
 */
public record NoticeDay(LocalDate day, Kind kind, String basis) {

    public enum Kind {
        /** 放假 */
        OFF,
        /** 上班: a day of a weekend that is worked in exchange. */
        WORK;

        /** The key of the kind's name on screen. */
        public String messageKey() {
            return "calendar.kind." + name();
        }

        /** What people write for it: 放假, 休, 上班, 调休上班, 班. 调休 alone may mean either. */
        static Optional<Kind> read(String written) {
            return switch (written) {
                case "放假", "休", "休息", "OFF" -> Optional.of(OFF);
                case "上班", "班", "调休上班", "WORK" -> Optional.of(WORK);
                default -> Optional.empty();
            };
        }
    }
}

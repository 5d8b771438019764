package org.kepu.certificate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.guard.SpokenCode;
import org.kepu.shared.Masked;

/**
 * A paper that somebody was given.
 *
 * @param serial one more with each certificate
 * @param code by which everybody who has the paper finds it; 80 bits of chance
 * @param holder the name in full; empty if the holder had it erased
 * @param revoked null while it holds
 */
public record Certificate(
        Kind kind,
        String source,
        long serial,
        String code,
        String title,
        int minutes,
        LocalDate first,
        LocalDate last,
        String issuer,
        String region,
        String holder,
        LocalDate issued,
        @Nullable Revoked revoked) {

    private static final int TENTHS_OF_AN_HOUR = 6;

    /** For what it is given. */
    public enum Kind {
        TRAINING("PX"),
        /** Hours of a volunteer. */
        VOLUNTEER("ZY"),
        /** What an expert did in a year. */
        EXPERT("ZJ");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        /** The key of its name on screen. */
        public String messageKey() {
            return "certificate.kind." + name();
        }
    }

    /** It holds no more. */
    public record Revoked(LocalDate day, String why) {}

    public boolean holds() {
        return revoked == null;
    }

    /** PX2026-150203-000017: for filing; who only knows it learns nothing. */
    public String number() {
        return "%s%d-%s-%06d".formatted(kind.mark, issued.getYear(), region, serial);
    }

    /** As it is printed: four groups of four. */
    public String spelled() {
        return SpokenCode.spelled(code);
    }

    /** 乌*: as everybody reads it. */
    public String masked() {
        return Masked.name(holder);
    }

    /** Such as 12 or 7.5. */
    public String hours() {
        return hours(minutes);
    }

    /** Minutes as hours with one decimal, cut; of what is less than that, only that it is. */
    public static String hours(int minutes) {
        int tenths = minutes / TENTHS_OF_AN_HOUR;
        if (tenths == 0 && minutes > 0) {
            return "< 0.1";
        }
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    @Override
    public String toString() {
        return "Certificate[" + number() + "]";
    }
}

package org.kepu.body;

import java.time.LocalDate;

/**
 * The person who stands for a member of a leading group.
 *
 * @param post the person's post in the body
 * @param phone the office's telephone
 */
public record Delegate(Part part, String name, String post, String phone, LocalDate since) {

    /** What the person does. */
    public enum Part {
        /** 负责人: answers for the body's tasks. */
        HEAD,
        /** 联络员: is called. */
        LIAISON;

        /** The key of the part's name on screen. */
        public String messageKey() {
            return "body.part." + name();
        }
    }

    /** As others see it: 王*, 138****5678. */
    public Delegate masked() {
        var shown = name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
        return new Delegate(part, shown, post, maskedPhone(), since);
    }

    /** The last four digits, and the first three of those long enough to keep something back. */
    private String maskedPhone() {
        var digits = phone.replaceAll("\\D", "");
        if (digits.isEmpty()) {
            return "";
        }
        return digits.length() < 11
                ? "****" + digits.substring(Math.max(0, digits.length() - 4))
                : digits.substring(0, 3) + "****" + digits.substring(digits.length() - 4);
    }

    @Override
    public String toString() {
        return part + " since " + since;
    }
}

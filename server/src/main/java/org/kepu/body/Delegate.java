package org.kepu.body;

import java.time.LocalDate;
import org.kepu.shared.Masked;

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
        return new Delegate(part, Masked.name(name), post, phone.isEmpty() ? "" : Masked.phone(phone), since);
    }

    @Override
    public String toString() {
        return part + " since " + since;
    }
}

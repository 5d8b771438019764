package org.kepu.access.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kepu.access.Role;

/**
 * An invitation as it is written down.
 *
 * @param q what was searched for to find where they work
 * @param place the key of where they work
 * @param contact a mail address or a mobile number; may be left out
 */
public record InvitationForm(
        String q,

        @NotBlank(message = "{access.invite.display-name.missing}")
        @Size(max = 40, message = "{access.invite.display-name.missing}")
        String displayName,

        @NotBlank(message = "{access.invite.name.missing}") String name,

        String contact,

        @NotBlank(message = "{access.invite.place.missing}") String place,

        @Nullable Role role) {

    public InvitationForm {
        q = q == null ? "" : q;
        displayName = displayName == null ? "" : displayName.strip();
        name = name == null ? "" : name.strip();
        contact = contact == null ? "" : contact.strip();
        place = place == null ? "" : place;
    }

    @Override
    public String toString() {
        return "InvitationForm";
    }
}

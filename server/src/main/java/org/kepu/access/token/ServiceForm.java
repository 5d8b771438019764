package org.kepu.access.token;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The account of another system, as it is written down.
 *
 * @param q what was searched for to find who keeps it
 * @param place the key of the division or body that keeps it
 */
public record ServiceForm(
        String q,

        @NotBlank(message = "{access.service.display-name.missing}")
        @Size(max = 40, message = "{access.service.display-name.missing}")
        String displayName,

        @NotBlank(message = "{access.invite.name.missing}") String name,

        @NotBlank(message = "{access.service.place.missing}")
        String place) {

    public ServiceForm {
        q = q == null ? "" : q;
        displayName = displayName == null ? "" : displayName.strip();
        name = name == null ? "" : name.strip();
        place = place == null ? "" : place;
    }
}

package org.kepu.indicator;

import org.kepu.shared.RegionCode;

/**
 * A thing that facts are about and that can itself be counted: a school, a vehicle, a base, a venue.
 *
 * @param kind such as {@code SCHOOL}
 * @param code by which its register knows it
 * @param name as people know it
 */
public record Thing(String kind, String code, String name, RegionCode region) {

    public Thing {
        if (kind.isBlank() || code.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a thing has a kind, a code and a name");
        }
    }
}

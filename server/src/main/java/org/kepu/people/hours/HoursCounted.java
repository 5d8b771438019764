package org.kepu.people.hours;

import java.util.UUID;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;

/** Published in the transaction in which hours begin to count. */
public record HoursCounted(Actor by, long entry, UUID volunteer, int minutes, RegionCode region) {}

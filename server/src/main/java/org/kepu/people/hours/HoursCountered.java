package org.kepu.people.hours;

import java.util.UUID;
import org.kepu.shared.Actor;

/** Published in the transaction in which an entry of hours is countered. */
public record HoursCountered(Actor by, long entry, UUID volunteer, String why) {}

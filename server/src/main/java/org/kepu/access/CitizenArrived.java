package org.kepu.access;

import java.util.UUID;

/** A citizen agreed to the rules, proved a telephone number or mail address, and comes in. */
public record CitizenArrived(UUID account) {}

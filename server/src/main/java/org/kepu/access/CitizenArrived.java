package org.kepu.access;

import java.util.UUID;

/** A citizen proved a telephone number or mail address for the first time, agreed to the rules, and has an account now. */
public record CitizenArrived(UUID account) {}

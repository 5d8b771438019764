package org.kepu.ledger.round;

import java.time.Instant;

/**
 * A plan of a round that could not be asked, and is asked again.
 *
 * @param title of the plan
 * @param failures how often it was tried
 * @param again not before when
 */
public record PutOff(String title, AskingFault fault, int failures, Instant again) {}

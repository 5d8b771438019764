package org.kepu.privacy.me;

import java.time.Instant;

/**
 * Somebody touched the reader's data.
 *
 * @param who the key of what sort of hand it was: the reader, a member of staff, another system, the program
 * @param place the division on whose behalf, if known
 * @param act the key of the sentence
 * @param what which piece of data, as people call it
 * @param why purpose or reason
 */
public record Look(Instant at, String who, String place, String act, String what, String why) {}

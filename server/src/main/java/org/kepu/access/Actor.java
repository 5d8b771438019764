package org.kepu.access;

import java.io.Serializable;
import java.util.UUID;

/**
 * Who is acting. Controllers of the desk take it as a parameter; a request without a session never reaches them.
 *
 * @param account the account's identity, which stays when the name changes
 * @param name the name shown to others
 */
public record Actor(UUID account, String name) implements Serializable {}

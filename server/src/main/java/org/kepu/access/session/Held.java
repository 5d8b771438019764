package org.kepu.access.session;

/** A session, and how its holder is called. */
public record Held(String name, Session session) {}

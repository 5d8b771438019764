package org.kepu.activity;

/** A session does not take place; told within the transaction in which that was decided. */
public record SessionCancelled(SessionId session) {}

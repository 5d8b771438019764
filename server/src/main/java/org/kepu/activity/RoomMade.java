package org.kepu.activity;

/** A session has more room than before; told within the transaction in which it was made. */
public record RoomMade(SessionId session) {}

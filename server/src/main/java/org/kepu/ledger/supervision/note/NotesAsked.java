package org.kepu.ledger.supervision.note;

import org.jspecify.annotations.Nullable;

/** Which notes a reader wants to see; an absent part does not narrow. */
public record NotesAsked(@Nullable Integer year, @Nullable NoteState state) {}

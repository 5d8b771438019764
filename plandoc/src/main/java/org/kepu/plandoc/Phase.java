package org.kepu.plandoc;

/** A stage of 进度安排: its title and its first and last year. */
public record Phase(String title, int from, int to, Span at) {}

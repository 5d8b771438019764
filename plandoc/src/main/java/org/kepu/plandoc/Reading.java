package org.kepu.plandoc;

/** What came of reading a file. */
public sealed interface Reading {
    /** The file is an action plan. */
    record Parsed(ParsedPlan plan, SourceText source) implements Reading {}

    /**
     * The file was read and is no action plan: a law, a drafting note, news, an empty file, a plan cut off before its
     * first programme.
     *
     * @param why one sentence in Chinese: what was looked for and not found
     */
    record NotAPlan(String why) implements Reading {}

    /**
     * The file cannot be read: damaged, protected, too large, of an unknown kind.
     *
     * @param why one sentence in Chinese
     */
    record Unreadable(String why) implements Reading {}
}

package org.kepu.plandoc;

/**
 * A stretch of the source text: characters {@code from} (inclusive) to {@code to} (exclusive) of
 * {@link SourceText#text()}.
 */
public record Span(int from, int to) {
    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a span runs forward from zero: " + from + ".." + to);
        }
    }

    public boolean isEmpty() {
        return from == to;
    }

    /** The smallest stretch that holds both. */
    public Span join(Span other) {
        return new Span(Math.min(from, other.from), Math.max(to, other.to));
    }
}

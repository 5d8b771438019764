package org.kepu.indicator;

/**
 * Where a fact comes from: the same source, id and version is the same fact, however often it is told.
 *
 * @param name the capability that tells it, such as {@code activity} or {@code history}
 * @param id its row there
 * @param version 1 at first, one more with each correction
 */
public record Source(String name, String id, int version) {

    public static final int LONGEST_ID = 120;

    public Source {
        if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("no name of a source: " + name);
        }
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("a row is named in 1 to 120 characters: " + id.length());
        }
        if (version < 1) {
            throw new IllegalArgumentException("versions begin with 1: " + version);
        }
    }

    /** The first version. */
    public static Source of(String name, Object id) {
        return new Source(name, id.toString(), 1);
    }

    public Source next() {
        return new Source(name, id, version + 1);
    }
}

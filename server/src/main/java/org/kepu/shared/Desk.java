package org.kepu.shared;

/**
 * Somebody at the desk: for what is asked of people, or shown to them, by more than one right. A page that needs one
 * right takes its {@link Scope} with {@link May} instead.
 */
public interface Desk {

    Actor actor();

    /** Where this right may be exercised; a scope that reaches nothing where no grant says so. */
    Scope scope(Right right);

    /** Whether this right may be exercised anywhere. */
    default boolean may(Right right) {
        return !scope(right).isEmpty();
    }
}

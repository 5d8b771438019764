package org.kepu.privacy;

/** Erases people whose time is over, like those who ask for it. Modules call it from their {@link Retained}. */
public interface Forgetting {

    /** Takes the order down, and carries it out within minutes. Said twice, it is one. */
    void forget(Subject subject);
}

package org.kepu.violators;

/** Speaks on the console. */
public final class Shouting {
    void shout() {
        System.out.println("here");
    }
}

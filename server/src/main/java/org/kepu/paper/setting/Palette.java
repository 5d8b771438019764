package org.kepu.paper.setting;

import java.util.List;

/** The colours of charts: apart also where they are printed in grey, and to those who do not tell red from green. */
public final class Palette {

    private static final List<Integer> COLOURS = List.of(0x1F4E79, 0xE08214, 0x6BAED6, 0x8C510A, 0x35978F, 0x969696);

    private Palette() {}

    /** Of the series of this place, from 0. */
    public static int colour(int series) {
        return COLOURS.get(series % COLOURS.size());
    }
}

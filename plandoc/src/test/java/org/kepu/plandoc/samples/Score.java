package org.kepu.plandoc.samples;

import java.util.List;
import java.util.Locale;

/** How right a reading is, each part from 0 to 1. */
record Score(double measures, double bodies, double targets, double meta, List<String> slips) {
    static final Score NOTHING = new Score(0, 0, 0, 0, List.of("未读出方案"));

    Score {
        slips = List.copyOf(slips);
    }

    double total() {
        return 0.35 * measures + 0.30 * bodies + 0.25 * targets + 0.10 * meta;
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                "%.3f  measures %.3f  bodies %.3f  targets %.3f  meta %.3f  %s",
                total(),
                measures,
                bodies,
                targets,
                meta,
                name);
    }

    static double f1(int right, int printed, int wanted) {
        if (printed == 0 && wanted == 0) {
            return 1;
        }
        return right == 0 ? 0 : 2.0 * right / (printed + wanted);
    }
}

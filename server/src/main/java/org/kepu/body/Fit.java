package org.kepu.body;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** How a written name and a registered body may be the same, the surest first. */
enum Fit {
    /** The name as registered. */
    SAME_NAME,
    /** A name it had before or also goes by. */
    ALSO_CALLED,
    /** The same but for the division's words: 区科协 = 昆都仑区科协 = 科协. */
    SAME_BARE_NAME,
    /** Other words for the same functions: 卫健委 = 卫生健康委. */
    SAME_FUNCTIONS,
    /** One is a merged office of which the other is a part: 教科局 and 教育局. */
    MERGED,
    /** The written name shortens the registered one: 疾控中心 for 疾病预防控制中心. */
    SHORTENED;

    private static final int SHORTEST = 3;

    static Optional<Fit> of(String written, String bare, Set<String> functions, KnownBody known) {
        if (known.body().name().equals(written)) {
            return Optional.of(SAME_NAME);
        }
        if (known.spellings().contains(written)) {
            return Optional.of(ALSO_CALLED);
        }
        if (known.bares().contains(bare)) {
            return Optional.of(SAME_BARE_NAME);
        }
        if (!functions.isEmpty() && functions.equals(known.functions())) {
            return Optional.of(SAME_FUNCTIONS);
        }
        if (!Collections.disjoint(functions, known.functions())) {
            return functions.containsAll(known.functions()) || known.functions().containsAll(functions)
                    ? Optional.of(MERGED)
                    : Optional.empty();
        }
        // Words understood on both sides that mean different things are different, however alike they look.
        return functions.isEmpty() && known.bares().stream().anyMatch(full -> shortens(bare, full))
                ? Optional.of(SHORTENED)
                : Optional.empty();
    }

    /** Every character in its order, the first and the last the same: 退役军人局 for 退役军人事务局. */
    private static boolean shortens(String brief, String full) {
        if (brief.length() < SHORTEST
                || full.length() <= brief.length()
                || brief.charAt(0) != full.charAt(0)
                || brief.charAt(brief.length() - 1) != full.charAt(full.length() - 1)) {
            return false;
        }
        int next = 0;
        for (int i = 0; i < full.length() && next < brief.length(); i++) {
            next += full.charAt(i) == brief.charAt(next) ? 1 : 0;
        }
        return next == brief.length();
    }
}

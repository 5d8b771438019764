package org.kepu.plandoc.grammar;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.Target.Operator;

/** The words around a number that say how it binds: 不少于, 超过, 以上, 以内. */
final class OperatorWords {
    private static final Pattern AT_MOST_BEFORE =
            Pattern.compile("(?:不(?:得|能|应)?(?:超过|高于|多于|大于)|控制在|≤|最多|最长|低于|少于)(?:约)?$");
    private static final Pattern AT_LEAST_BEFORE = Pattern.compile(
            "(?:不(?:得|能|应)?(?:少于|低于|小于|短于)|≥|(?:达到?|(?:提高|提升|增长|增加|发展|扩大|上升|稳定|保持|扩展|增|升|维持)(?:到|至|在)|实现)(?:了)?(?:约)?)$");
    private static final Pattern MORE_THAN_BEFORE = Pattern.compile("(?:超过?|突破|多于|大于|高于|>)(?:了)?$");
    private static final Pattern AT_LEAST_ANYWHERE =
            Pattern.compile("(?:至少|最少|最低|起码)[^，。；]{0,24}$|不[少低]于[^，。；\\d]{1,6}$");
    private static final Pattern AT_LEAST_AFTER = Pattern.compile("^(?:\\)|）|”)?(?:及|或)?(?:其)?(?:以上|之上|起)");
    private static final Pattern AT_MOST_AFTER = Pattern.compile("^(?:之|以)?内|^(?:及)?以下");
    private static final Pattern NOT_LESS = Pattern.compile("不(?:得|能|应)?(?:少于|低于|小于|短于)$");
    private static final Pattern GROWS = Pattern.compile("提高|增长|提升|增加|递增|上升");

    private OperatorWords() {}

    /** @return {@code null} where the words around the number say nothing */
    static @Nullable Operator of(String before, String after) {
        boolean negated = NOT_LESS.matcher(before).find();
        if (!negated && AT_MOST_BEFORE.matcher(before).find()
                || AT_MOST_AFTER.matcher(after).find()) {
            return Operator.AT_MOST;
        }
        if (MORE_THAN_BEFORE.matcher(before).find()) {
            return Operator.MORE_THAN;
        }
        boolean atLeast = negated
                || AT_LEAST_BEFORE.matcher(before).find()
                || AT_LEAST_ANYWHERE.matcher(before).find()
                || AT_LEAST_AFTER.matcher(after).find();
        return atLeast ? Operator.AT_LEAST : null;
    }

    static boolean grows(String clause) {
        return GROWS.matcher(clause).find();
    }
}

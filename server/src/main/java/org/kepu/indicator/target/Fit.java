package org.kepu.indicator.target;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.kepu.indicator.Amount;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Method;
import org.kepu.plan.PlanStructure;
import org.kepu.plandoc.Target.Operator;

/** Whether an indicator counts what a target of a plan asks. Units are never mixed: 人次 make no 名. */
public sealed interface Fit {

    /** Units that count the same. */
    List<Set<String>> SAME = List.of(
            Set.of("名", "人", "位"),
            Set.of("人次"),
            Set.of("次", "场", "场次", "期", "轮"),
            Set.of("个", "处", "座", "家", "辆", "套", "项"),
            Set.of("%"));

    Set<String> AREA = Set.of("平方米", "平米", "㎡");

    /** It does, and then this is asked of it. */
    record Counts(Operator operator, BigDecimal value) implements Fit {}

    /**
     * It does not.
     *
     * @param asked by the plan
     * @param counted by the indicator
     */
    record Misfit(Why why, String asked, String counted) implements Fit {}

    /** Why it does not. */
    enum Why {
        /** The plan asks in another unit. */
        UNIT,
        /** The indicator asks something else of each. */
        THRESHOLD;

        /** The key of the sentence on screen. */
        public String messageKey() {
            return "target.misfit." + name();
        }
    }

    /** Whether the definition counts what the target asks. */
    static Fit of(Definition definition, PlanStructure.Target target) {
        if (same(target.unit(), definition.unit())) {
            return new Counts(target.operator(), target.value());
        }
        return switch (definition.method()) {
            case Method.Each each -> ofEach(target, unit(each.amount()), each.atLeast(), definition.unit());
            case Method.Coverage coverage
            when coverage.share() ->
                switch (coverage.each()) {
                    case Method.Sum sum -> ofEach(target, unit(sum.amount()), coverage.atLeast(), definition.unit());
                    case Method.Stock stock
                    when AREA.contains(target.unit()) -> ofEach(target, AREA, stock.atLeast(), definition.unit());
                    case Method.Stock stock ->
                        ofEach(target, Set.of("个", "处", "座", "家", "辆", "套"), coverage.atLeast(), definition.unit());
                    case Method.Persons persons -> new Misfit(Why.UNIT, target.unit(), definition.unit());
                };
            default -> new Misfit(Why.UNIT, target.unit(), definition.unit());
        };
    }

    /** 每校不少于4次 is asked of the share of schools that have four: of all. */
    private static Fit ofEach(PlanStructure.Target target, Set<String> units, long atLeast, String counted) {
        if (!units.contains(target.unit()) || target.operator() != Operator.AT_LEAST) {
            return new Misfit(Why.UNIT, target.unit(), counted);
        }
        return target.value().compareTo(BigDecimal.valueOf(atLeast)) == 0
                ? new Counts(Operator.ALL, BigDecimal.valueOf(100))
                : new Misfit(
                        Why.THRESHOLD, target.value().stripTrailingZeros().toPlainString(), String.valueOf(atLeast));
    }

    private static Set<String> unit(Amount amount) {
        return switch (amount) {
            case EVENTS -> Set.of("次", "场", "场次", "期", "轮");
            case ATTENDANCES -> Set.of("人次");
            case QUANTITY -> Set.of("名", "人", "位");
            case MINUTES -> Set.of("分钟");
            case MONEY -> Set.of("分");
        };
    }

    private static boolean same(String asked, String counted) {
        return asked.equals(counted)
                || SAME.stream().anyMatch(units -> units.contains(asked) && units.contains(counted));
    }
}

package org.kepu.indicator.desk;

import java.time.LocalDate;
import java.util.Optional;
import org.kepu.indicator.figure.FactLines;
import org.kepu.indicator.figure.Method;
import org.kepu.indicator.figure.Selection;
import org.kepu.indicator.figure.Window;

/** The facts that a figure is made of: which ones, and from which days. */
record FactsOf(Selection selection, Window window) {

    private static final LocalDate BEGINNING = LocalDate.of(1949, 10, 1);

    /** What is counted; what stands on a day was recorded then or ever before. Empty for what is not counted here. */
    static Optional<FactsOf> counted(Method method, Window asked) {
        boolean stands = method instanceof Method.Stock
                || (method instanceof Method.Each each && each.latest())
                || (method instanceof Method.Coverage coverage && coverage.each() instanceof Method.Stock);
        return FactLines.of(method).map(selection -> new FactsOf(selection, stands ? everBefore(asked) : asked));
    }

    /** What it is a share of; empty where that is no matter of facts. */
    static Optional<FactsOf> base(Method method, Window asked) {
        return switch (method) {
            case Method.Each each -> Optional.of(new FactsOf(each.among(), everBefore(asked)));
            case Method.Ratio ratio -> Optional.of(new FactsOf(ratio.base(), everBefore(asked)));
            case Method.Counting counting -> Optional.empty();
            case Method.Coverage coverage -> Optional.empty();
            case Method.Stated stated -> Optional.empty();
        };
    }

    private static Window everBefore(Window asked) {
        return new Window(asked.to().isBefore(BEGINNING) ? asked.from() : BEGINNING, asked.to());
    }
}

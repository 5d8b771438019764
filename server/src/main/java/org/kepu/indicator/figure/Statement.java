package org.kepu.indicator.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.RegionCode;

/**
 * A value that somebody else states (外部数据、官方抽样调查), with where it comes from.
 *
 * @param day of which it holds
 * @param source who published it, as a reader finds it
 * @param document number or address of the document
 */
public record Statement(
        String indicator,
        RegionCode region,
        LocalDate day,
        BigDecimal value,
        String source,
        @Nullable String document) {

    public Statement {
        source = source.strip();
        if (source.isEmpty() || source.length() > 200) {
            throw new IllegalArgumentException("a stated value names its source in at most 200 characters");
        }
    }
}

package org.kepu.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.RegionLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads which division a written name means. A full name wins over a short one; names that follow each other must lie in each
 * other; a short name counts only before an office (人民政府, 行署 …) or at the end, so that 海南省 is not 海南区.
 */
@Component
class IssuerNames {

    private static final int LONGEST_TEXT = 80;
    private static final int LONGEST_NAME = 30;
    private static final Pattern BLANK = Pattern.compile("[\\s\\u3000]+");
    private static final Pattern PARTY = Pattern.compile("^中国?共(产党)?");
    private static final Pattern LEVEL_WORD = Pattern.compile("(自治区|自治旗|盟|市|旗|县|区)$");
    private static final Pattern OFFICE =
            Pattern.compile("^($|人民政府|政府|行政公署|行署|公署|党委|委员会|[盟市旗县区]委|办公|全民科学素质|科协|科学技术协会|各).*");

    private final JdbcClient jdbc;

    IssuerNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Region> read(String written, LocalDate day) {
        var text = PARTY.matcher(BLANK.matcher(written).replaceAll("")).replaceFirst("");
        if (text.length() > LONGEST_TEXT) {
            text = text.substring(0, LONGEST_TEXT);
        }
        var candidates = candidates(text, day);
        @Nullable Candidate meant = null;
        int at = 0;
        for (var found = startingAt(text, at, null, candidates);
                !found.isEmpty();
                found = startingAt(text, at, meant, candidates)) {
            if (found.size() > 1) {
                return Optional.empty();
            }
            meant = found.getFirst();
            at += meant.length();
        }
        return meant == null || contradicts(text, at, meant, candidates)
                ? Optional.empty()
                : Optional.of(meant.region());
    }

    /** Another division is named next that does not lie in the one read: 包头市新城区. */
    private static boolean contradicts(String text, int at, Candidate meant, List<Candidate> candidates) {
        return candidates.stream()
                .anyMatch(next ->
                        next.full() && !next.region().equals(meant.region()) && text.startsWith(next.spelling(), at));
    }

    /** Those of the longest spelling that begins here and lies within what was read so far. */
    private static List<Candidate> startingAt(
            String text, int at, @Nullable Candidate within, List<Candidate> candidates) {
        var fitting = candidates.stream()
                .filter(candidate -> text.startsWith(candidate.spelling(), at))
                .filter(candidate -> candidate.full() || isNameWithoutLevel(text, at, candidate, candidates))
                .filter(candidate -> within == null || candidate.liesIn(within))
                .toList();
        return fitting.stream()
                .max(Comparator.comparing(Candidate::full).thenComparing(Candidate::length))
                .map(best -> fitting.stream()
                        .filter(candidate -> candidate.spelling().equals(best.spelling()))
                        .toList())
                .orElse(List.of());
    }

    /** What follows a short name is an office, or a division that lies in it. */
    private static boolean isNameWithoutLevel(String text, int at, Candidate candidate, List<Candidate> candidates) {
        var end = at + candidate.length();
        return OFFICE.matcher(text.substring(end)).matches()
                || candidates.stream()
                        .anyMatch(next -> next.liesIn(candidate) && text.startsWith(next.spelling(), end));
    }

    private List<Candidate> candidates(String text, LocalDate day) {
        var candidates = new ArrayList<Candidate>();
        var pieces = pieces(text);
        jdbc.sql("""
                        with recursive named as (
                            select state.*, level,
                                   regexp_replace(name, '(自治区|自治旗|盟|市|旗|县|区)$', '') as short
                            from region.state join region.region using (code)
                            where during @> :day
                              and (name = any (:pieces) and (level <= 3 or length(name) > 2)
                                   or level <= 3 and regexp_replace(name, '(自治区|自治旗|盟|市|旗|县|区)$', '') = any (:pieces))
                        ), upward as (
                            select code, parent from named
                            union all
                            select upward.code, above.parent
                            from upward join region.state above on above.code = upward.parent
                            where above.during @> :day
                        )
                        select code, level, name, parent, traits, lower(during) as since, upper(during) as until,
                               (select array_agg(upward.parent) from upward
                                where upward.code = named.code and upward.parent is not null) as above
                        from named
                        """)
                .param("day", day)
                .param("pieces", pieces.toArray(String[]::new))
                .query((row, number) -> {
                    var region = RegionRow.read(row);
                    var above = row.getArray("above");
                    var ancestors = above == null ? Set.<String>of() : Set.of((String[]) above.getArray());
                    candidates.add(new Candidate(region, region.name(), true, ancestors));
                    var shortened = LEVEL_WORD.matcher(region.name()).replaceFirst("");
                    if (shortened.length() > 1 && region.level().isAbove(RegionLevel.SUMU)) {
                        candidates.add(new Candidate(region, shortened, false, ancestors));
                    }
                    return number;
                })
                .list();
        return candidates;
    }

    private static Set<String> pieces(String text) {
        var pieces = new LinkedHashSet<String>();
        for (int from = 0; from < text.length(); from++) {
            for (int to = from + 2; to <= Math.min(text.length(), from + LONGEST_NAME); to++) {
                pieces.add(text.substring(from, to));
            }
        }
        return pieces;
    }

    private record Candidate(Region region, String spelling, boolean full, Set<String> above) {
        boolean liesIn(Candidate other) {
            return above.contains(other.region.code().value());
        }

        int length() {
            return spelling.length();
        }
    }
}

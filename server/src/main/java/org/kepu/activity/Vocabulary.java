package org.kepu.activity;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.PublicKnowledge;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The kinds of activities and the campaigns of the plans, as {@code activity/*.yaml} has them. */
@Service
@PublicKnowledge("how things are called is no secret")
public class Vocabulary {

    private final Map<String, ActivityKind> kinds = read("kinds", ActivityKind[].class).stream()
            .collect(toMap(ActivityKind::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    private final Map<String, Rule> campaigns = read("campaigns", Rule[].class).stream()
            .collect(toMap(Rule::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));

    /**
     * On which days a campaign falls in any year: from one day to another, or from the nth weekday of a month on; in a year for
     * which a notice has set the days, on those.
     */
    private record Rule(
            String code,
            String name,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer month,
            @Nullable Integer nth,
            @Nullable Integer weekday,
            @Nullable Integer days,
            @Nullable Map<Integer, List<String>> dated) {

        Campaign in(Year year) {
            var set = dated == null ? null : dated.get(year.getValue());
            if (set != null) {
                return new Campaign(code, name, day(year, set.getFirst()), day(year, set.getLast()));
            }
            if (from != null && to != null) {
                return new Campaign(code, name, day(year, from), day(year, to));
            }
            if (month == null || nth == null || weekday == null || days == null) {
                throw new IllegalStateException("no rule for the days of " + code);
            }
            var first =
                    year.atMonth(month).atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.of(weekday)));
            return new Campaign(code, name, first, first.plusDays(days - 1L));
        }

        private static LocalDate day(Year year, String text) {
            return MonthDay.parse("--" + text).atYear(year.getValue());
        }
    }

    public List<ActivityKind> kinds() {
        return List.copyOf(kinds.values());
    }

    public Optional<ActivityKind> kind(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    /** What people call a kind; of one that is not known any more, its code. */
    public String kindName(String code) {
        return kind(code).map(ActivityKind::name).orElse(code);
    }

    /** What people call a campaign; nothing if there is none. */
    public String campaignName(@Nullable String code) {
        return Optional.ofNullable(campaigns.get(code)).map(Rule::name).orElse("");
    }

    public boolean isCampaign(String code) {
        return campaigns.containsKey(code);
    }

    /** A campaign in a year. */
    public Optional<Campaign> campaign(String code, Year year) {
        return Optional.ofNullable(campaigns.get(code)).map(rule -> rule.in(year));
    }

    /** The campaigns of a year, in the order of their days. */
    public List<Campaign> campaigns(Year year) {
        return campaigns.values().stream()
                .map(rule -> rule.in(year))
                .sorted(Comparator.comparing(Campaign::first).thenComparing(Campaign::last))
                .toList();
    }

    private static <T> List<T> read(String name, Class<T[]> type) {
        var strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var file = new ClassPathResource("activity/" + name + ".yaml").getInputStream()) {
            return List.of(strict.convertValue(new Yaml().load(file), type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

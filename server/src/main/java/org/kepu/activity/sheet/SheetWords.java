package org.kepu.activity.sheet;

import java.time.Clock;
import java.time.Year;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.activity.Vocabulary;
import org.kepu.activity.desk.ActivityForm;
import org.kepu.activity.desk.Choices;
import org.kepu.activity.desk.NamedBodies;
import org.kepu.body.Body;
import org.kepu.indicator.Term;
import org.kepu.indicator.Terms;
import org.kepu.shared.RegionCode;
import org.springframework.validation.Errors;

/** What the words in the cells of one file mean; names and codes are both understood. */
final class SheetWords {

    private static final Map<String, String> YES_AND_NO =
            Map.of("是", "true", "1", "true", "有", "true", "否", "false", "0", "false", "无", "false");

    private final Vocabulary vocabulary;
    private final Terms terms;
    private final NamedBodies names;
    private final Choices choices;
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, String> campaigns = new HashMap<>();
    private final Map<String, String> audiences;
    private final Map<String, String> places;
    private final Map<RegionCode, Map<String, String>> measures = new HashMap<>();

    SheetWords(Vocabulary vocabulary, Terms terms, NamedBodies names, Choices choices, Clock clock) {
        this.vocabulary = vocabulary;
        this.terms = terms;
        this.names = names;
        this.choices = choices;
        vocabulary.kinds().forEach(kind -> both(kinds, kind.code(), kind.name()));
        vocabulary.campaigns(Year.now(clock)).forEach(one -> both(campaigns, one.code(), one.name()));
        audiences = codes(terms.audiences());
        places = codes(terms.places());
    }

    private static void both(Map<String, String> codes, String code, String name) {
        codes.put(name, code);
        codes.put(code, code);
    }

    private static Map<String, String> codes(Collection<Term> terms) {
        var codes = new HashMap<String, String>();
        terms.stream().filter(term -> !term.code().isEmpty()).forEach(term -> both(codes, term.code(), term.name()));
        return codes;
    }

    Optional<String> kind(String written) {
        return Optional.ofNullable(kinds.get(written));
    }

    Optional<String> campaign(String written) {
        return Optional.ofNullable(campaigns.get(written));
    }

    Optional<String> audience(String written) {
        return Optional.ofNullable(audiences.get(written));
    }

    Optional<String> placeKind(String written) {
        return Optional.ofNullable(places.get(written));
    }

    static Optional<String> yes(String written) {
        return Optional.ofNullable(YES_AND_NO.get(written));
    }

    Map<String, List<Body>> bodies(Collection<String> asked) {
        return asked.isEmpty() ? Map.of() : names.called(asked);
    }

    Optional<Body> meant(List<Body> called, List<RegionCode> upward) {
        return names.meant(called, upward);
    }

    List<RegionCode> upward(RegionCode region) {
        return names.upward(region);
    }

    /** The identity of a measure of the plans that one may choose from in a division, by its title. */
    Optional<String> measure(String title, RegionCode region) {
        return Optional.ofNullable(
                measures.computeIfAbsent(region, this::measures).get(title));
    }

    private Map<String, String> measures(RegionCode region) {
        return choices.measuresIn(region).stream()
                .flatMap(plan -> plan.measures().stream())
                .flatMap(measure -> Stream.of(
                        Map.entry(measure.title(), measure.id().toString()),
                        Map.entry(measure.id().toString(), measure.id().toString())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    /** As the form says it. */
    void check(ActivityForm form, Errors errors) {
        form.check(vocabulary, terms, errors);
    }
}

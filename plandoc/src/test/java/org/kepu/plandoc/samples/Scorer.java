package org.kepu.plandoc.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.Measure;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Programme;
import org.kepu.plandoc.Target;
import tools.jackson.databind.JsonNode;

/**
 * Compares a reading with the right answer.
 *
 * A measure counts when programme, title and both ends of its text are right; its bodies and targets are looked up by
 * its title even where the programme is wrong, so that one slip is not punished three times.
 */
final class Scorer {
    private record Printed(Programme programme, Measure measure) {}

    private record Role(String role, String body) {}

    private final Gold gold;
    private final ParsedPlan plan;
    private final Fold fold;
    private final Map<Gold.Item, Printed> pairs = new LinkedHashMap<>();
    private final List<Printed> unpaired = new ArrayList<>();
    private final List<String> slips = new ArrayList<>();
    private int inPlace;
    private int printedMeasures;

    private Scorer(Gold gold, ParsedPlan plan) {
        this.gold = gold;
        this.plan = plan;
        fold = new Fold(gold.characters());
    }

    static Score score(ParsedPlan plan, Gold gold) {
        var scorer = new Scorer(gold, plan);
        scorer.pair();
        return new Score(
                Score.f1(scorer.inPlace, scorer.printedMeasures, gold.items().size()),
                scorer.bodies(),
                scorer.targets(),
                scorer.meta(),
                scorer.slips);
    }

    private void pair() {
        plan.programmes().forEach(p -> p.measures().forEach(m -> unpaired.add(new Printed(p, m))));
        printedMeasures = unpaired.size();
        for (boolean sameProgramme : new boolean[] {true, false}) {
            for (var item : gold.items()) {
                if (!pairs.containsKey(item)) {
                    take(item, sameProgramme);
                }
            }
        }
        gold.items().stream().filter(i -> !pairs.containsKey(i)).forEach(i -> slips.add("措施缺：" + title(i)));
        unpaired.forEach(p -> slips.add("措施多：" + p.measure().title()));
    }

    private void take(Gold.Item item, boolean sameProgramme) {
        for (var printed : unpaired) {
            var here = inProgramme(item.programme(), printed.programme());
            if (here == sameProgramme
                    && titled(item.measure(), printed.measure().title())) {
                pairs.put(item, printed);
                unpaired.remove(printed);
                var text = textRight(item.measure(), printed.measure().text());
                if (here && text) {
                    inPlace++;
                } else {
                    slips.add((here ? "正文不对：" : "所属不对：") + title(item));
                }
                return;
            }
        }
    }

    private boolean inProgramme(JsonNode right, Programme printed) {
        return right.path("kind").asString().equals(printed.kind().name()) && titled(right, printed.title());
    }

    private boolean titled(JsonNode right, String title) {
        return Gold.any(right.path("titles")).stream().map(fold::key).anyMatch(fold.key(title)::equals);
    }

    private boolean textRight(JsonNode right, String text) {
        var whole = fold.key(text);
        var bare = fold.keyWithoutMarker(text);
        return anyKey(right.path("textStarts"), key -> whole.startsWith(key) || bare.startsWith(key))
                && anyKey(right.path("textEnds"), whole::endsWith);
    }

    private boolean anyKey(JsonNode keys, Predicate<String> fits) {
        return keys.isEmpty() || Gold.strings(keys).stream().map(fold::key).anyMatch(fits);
    }

    private double bodies() {
        int right = 0;
        int printed = 0;
        int wanted = 0;
        for (var item : gold.items()) {
            var expected = roles(
                    item.measure(),
                    Gold.strings(item.measure().path("leads")),
                    Gold.strings(item.measure().path("participants")));
            var pair = pairs.get(item);
            var got = pair == null
                    ? Set.<Role>of()
                    : roles(
                            item.measure(),
                            pair.measure().leads(),
                            pair.measure().participants());
            if (pair != null && !got.equals(expected)) {
                slips.add("部门不对：" + title(item) + " " + got);
            }
            right += (int) expected.stream().filter(got::contains).count();
            printed += got.size();
            wanted += expected.size();
        }
        for (var extra : unpaired) {
            printed += extra.measure().leads().size()
                    + extra.measure().participants().size();
        }
        return Score.f1(right, printed, wanted);
    }

    private Set<Role> roles(JsonNode right, List<String> leads, List<String> participants) {
        var free = right.path("roleFree").asBoolean(false);
        var roles = new HashSet<Role>();
        leads.forEach(b -> roles.add(new Role(free ? "*" : "牵头", fold.body(b))));
        participants.forEach(b -> roles.add(new Role(free ? "*" : "责任", fold.body(b))));
        return roles;
    }

    private double targets() {
        var tally = new TargetTally(fold, Gold.strings(gold.plan().path("neutralQuotes")), slips);
        tally.add("目标", gold.plan().path("goals"), plan.goals());
        for (var item : gold.items()) {
            var pair = pairs.get(item);
            tally.add(
                    title(item),
                    item.measure().path("targets"),
                    pair == null ? List.of() : pair.measure().targets());
        }
        unpaired.forEach(p -> tally.add(p.measure().title(), null, p.measure().targets()));
        return tally.f1();
    }

    private double meta() {
        var right = gold.plan();
        var facts = new HashMap<String, Boolean>();
        facts.put("title", Gold.any(right.path("title")).contains(fold.simplified(plan.title())));
        facts.put("documentNumber", same(right.path("documentNumber"), plan.documentNumber(), fold::number));
        facts.put("issuer", same(right.path("issuer"), plan.issuer(), fold::key));
        facts.put("signedOn", same(right.path("signedOn"), text(plan.signedOn()), Objects::toString));
        facts.put("periodFrom", same(right.path("periodFrom"), text(plan.periodFrom()), Objects::toString));
        facts.put("periodTo", same(right.path("periodTo"), text(plan.periodTo()), Objects::toString));
        facts.put("basis", numbers(Gold.strings(right.path("basis"))).equals(numbers(plan.basis())));
        facts.forEach((fact, good) -> {
            if (!good) {
                slips.add("不对：" + fact);
            }
        });
        return facts.values().stream().filter(good -> good).count() / (double) facts.size();
    }

    private Set<String> numbers(List<String> documents) {
        return documents.stream().map(fold::number).collect(Collectors.toSet());
    }

    private static boolean same(JsonNode right, @Nullable String printed, UnaryOperator<@Nullable String> form) {
        if (right.isNull() || right.isMissingNode()) {
            return printed == null || printed.isEmpty();
        }
        return printed != null
                && Gold.any(right).stream().map(form).anyMatch(r -> Objects.equals(r, form.apply(printed)));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String title(Gold.Item item) {
        return item.measure().path("titles").path(0).asString();
    }

    /** Same value, unit, operator and window, and the quote holds what it must. */
    static boolean fits(Fold fold, JsonNode right, Target printed) {
        return near(fold, right, printed)
                && Gold.any(right.path("operator")).contains(printed.operator().name())
                && Gold.any(right.path("window")).contains(printed.window().name())
                && quoted(fold, Gold.any(right.path("quoteMustContain")), printed);
    }

    static boolean near(Fold fold, JsonNode right, Target printed) {
        return Gold.any(right.path("value")).stream().anyMatch(v -> new BigDecimal(v).compareTo(printed.value()) == 0)
                && Gold.any(right.path("unit")).stream().map(fold::unit).anyMatch(fold.unit(printed.unit())::equals);
    }

    static boolean quoted(Fold fold, List<String> words, Target printed) {
        return words.stream().map(fold::key).anyMatch(fold.key(printed.quote())::contains);
    }
}

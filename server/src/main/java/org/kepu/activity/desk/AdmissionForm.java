package org.kepu.activity.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Admission;
import org.kepu.activity.PartyKind;
import org.kepu.activity.Question;
import org.kepu.activity.Quota;
import org.kepu.shared.RegionCode;
import org.springframework.validation.Errors;

/**
 * For whom seats of a session are kept, in which parties people come, and what they are asked; as a clerk plans it.
 *
 * @param parties the kinds of parties that it takes
 * @param elders seats for elders; empty: none
 * @param door seats for those who come without a word; empty: none
 * @param areas divisions by their names, with the seats for each in {@code areaSeats}
 * @param releaseHours how long before the start quotas are for all
 * @param words the questions, with their kinds in {@code kinds} and what may be chosen in {@code choices}
 * @param needed the numbers of the questions, from 0, that must be answered
 * @param reclaim minutes after the start; empty: never
 */
public record AdmissionForm(
        List<String> parties,
        String groupMost,
        String elders,
        String door,
        List<String> areas,
        List<String> areaSeats,
        String releaseHours,
        List<String> words,
        List<String> kinds,
        List<String> choices,
        List<String> needed,
        String reclaim) {

    /** How many divisions can have seats of their own. */
    public static final int AREAS = 6;

    private static final int HOUR = 60;

    /** Everybody alike, nothing asked. */
    public static final AdmissionForm BLANK = of(Admission.PLAIN, RegionCode::value);

    @SuppressWarnings("NullAway") // an absent field comes as null
    public AdmissionForm {
        parties = parties == null ? List.of() : List.copyOf(parties);
        groupMost = tidy(groupMost);
        elders = tidy(elders);
        door = tidy(door);
        areas = padded(areas, AREAS);
        areaSeats = padded(areaSeats, AREAS);
        releaseHours = tidy(releaseHours);
        words = padded(words, Question.MOST);
        kinds = padded(kinds, Question.MOST);
        choices = padded(choices, Question.MOST);
        needed = needed == null ? List.of() : List.copyOf(needed);
        reclaim = tidy(reclaim);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static List<String> padded(@Nullable List<String> typed, int size) {
        var given = typed == null ? Stream.<String>empty() : typed.stream().map(AdmissionForm::tidy);
        return Stream.concat(given, Stream.generate(() -> "")).limit(size).toList();
    }

    /** @param name of a division */
    static AdmissionForm of(Admission told, Function<RegionCode, String> name) {
        var areas =
                told.quotas().stream().filter(quota -> quota.region() != null).toList();
        var elders = told.quotas().stream().filter(quota -> quota.kind() == Quota.Kind.ELDERS);
        var questions = told.questions();
        return new AdmissionForm(
                told.kinds().stream().map(Enum::name).toList(),
                String.valueOf(told.groupMost()),
                elders.findFirst()
                        .map(quota -> String.valueOf(quota.capacity()))
                        .orElse(""),
                told.doorSeats() == 0 ? "" : String.valueOf(told.doorSeats()),
                areas.stream()
                        .flatMap(quota -> Stream.ofNullable(quota.region()).map(name))
                        .toList(),
                areas.stream().map(quota -> String.valueOf(quota.capacity())).toList(),
                String.valueOf(told.releaseMinutes() / HOUR),
                questions.stream().map(Question::words).toList(),
                questions.stream().map(question -> question.kind().name()).toList(),
                questions.stream()
                        .map(question -> String.join("、", question.choices()))
                        .toList(),
                IntStream.range(0, questions.size())
                        .filter(i -> questions.get(i).needed())
                        .mapToObj(String::valueOf)
                        .toList(),
                told.reclaimMinutes() == null ? "" : String.valueOf(told.reclaimMinutes()));
    }

    /**
     * Says at each field what is wrong.
     *
     * @param capacity as it is typed
     * @param named the division of a name
     */
    void check(String capacity, Function<String, Optional<RegionCode>> named, Errors errors) {
        if (parties.isEmpty() || !parties.stream().allMatch(AdmissionForm::isParty)) {
            errors.rejectValue("parties", "booking.plan.wrong.parties");
        }
        if (!groupMost.matches("[1-9]\\d{0,2}")
                || Integer.parseInt(groupMost) < 2
                || Integer.parseInt(groupMost) > Admission.LARGEST_GROUP) {
            errors.rejectValue("groupMost", "booking.plan.wrong.group-most");
        }
        if (!releaseHours.matches("\\d{1,3}") || Integer.parseInt(releaseHours) > 168) {
            errors.rejectValue("releaseHours", "booking.plan.wrong.release");
        }
        if (!reclaim.isEmpty() && !reclaim.matches("[5-9]|[1-9]\\d|1[0-7]\\d|180")) {
            errors.rejectValue("reclaim", "booking.plan.wrong.reclaim");
        }
        checkSeats(capacity, named, errors);
        checkQuestions(errors);
    }

    private void checkSeats(String capacity, Function<String, Optional<RegionCode>> named, Errors errors) {
        if (!isSeats(elders)) {
            errors.rejectValue("elders", "booking.plan.wrong.seats");
        }
        if (!isSeats(door)) {
            errors.rejectValue("door", "booking.plan.wrong.seats");
        }
        for (int i = 0; i < AREAS; i++) {
            if (areas.get(i).isEmpty() != areaSeats.get(i).isEmpty() || !isSeats(areaSeats.get(i))) {
                errors.rejectValue("areas", "booking.plan.wrong.area-seats", new Object[] {i + 1}, null);
            } else if (!areas.get(i).isEmpty() && named.apply(areas.get(i)).isEmpty()) {
                errors.rejectValue("areas", "booking.plan.wrong.area", new Object[] {areas.get(i)}, null);
            }
        }
        if (areas.stream().filter(name -> !name.isEmpty()).distinct().count()
                != areas.stream().filter(name -> !name.isEmpty()).count()) {
            errors.rejectValue("areas", "booking.plan.wrong.area-twice");
        }
        if (!errors.hasErrors() && setAside() > (capacity.matches("\\d{1,6}") ? Integer.parseInt(capacity) : 0)) {
            errors.rejectValue("elders", "booking.plan.wrong.too-much", new Object[] {setAside()}, null);
        }
    }

    private int setAside() {
        return Stream.concat(Stream.of(elders, door), areaSeats.stream())
                .mapToInt(AdmissionForm::seats)
                .sum();
    }

    private void checkQuestions(Errors errors) {
        for (int i = 0; i < Question.MOST; i++) {
            if (words.get(i).length() > Question.LONGEST) {
                errors.rejectValue("words", "booking.plan.wrong.question", new Object[] {i + 1}, null);
            }
            if (!words.get(i).isEmpty() && kind(i) == Question.Kind.CHOICE) {
                int many = chosen(i).size();
                if (many < 2
                        || many > Question.MOST_CHOICES
                        || chosen(i).stream().anyMatch(one -> one.length() > Question.LONGEST)) {
                    errors.rejectValue("words", "booking.plan.wrong.choices", new Object[] {i + 1}, null);
                }
            }
        }
    }

    /** What was planned, once nothing is wrong. */
    Admission admission(Function<String, Optional<RegionCode>> named) {
        var quotas = new ArrayList<Quota>();
        if (seats(elders) > 0) {
            quotas.add(Quota.planned(Quota.Kind.ELDERS, null, seats(elders)));
        }
        for (int i = 0; i < AREAS; i++) {
            if (seats(areaSeats.get(i)) > 0) {
                var region = named.apply(areas.get(i)).orElseThrow();
                quotas.add(Quota.planned(Quota.Kind.AREA, region, seats(areaSeats.get(i))));
            }
        }
        return new Admission(
                quotas,
                seats(door),
                Integer.parseInt(releaseHours) * HOUR,
                parties.stream().map(PartyKind::valueOf).collect(Collectors.toSet()),
                Integer.parseInt(groupMost),
                questions(),
                reclaim.isEmpty() ? null : Integer.valueOf(reclaim));
    }

    private List<Question> questions() {
        return IntStream.range(0, Question.MOST)
                .filter(i -> !words.get(i).isEmpty())
                .mapToObj(i -> new Question(
                        words.get(i),
                        kind(i),
                        kind(i) == Question.Kind.CHOICE ? chosen(i) : List.of(),
                        needed.contains(String.valueOf(i))))
                .toList();
    }

    /** A short text, where nothing is chosen. */
    private Question.Kind kind(int i) {
        return Arrays.stream(Question.Kind.values())
                .filter(kind -> kind.name().equals(kinds.get(i)))
                .findFirst()
                .orElse(Question.Kind.TEXT);
    }

    private List<String> chosen(int i) {
        return Arrays.stream(choices.get(i).split("[、，,；;]"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }

    private static boolean isParty(String code) {
        return Arrays.stream(PartyKind.values()).anyMatch(kind -> kind.name().equals(code));
    }

    private static boolean isSeats(String typed) {
        return typed.isEmpty() || typed.matches("\\d{1,6}");
    }

    private static int seats(String typed) {
        return typed.isEmpty() ? 0 : Integer.parseInt(typed);
    }
}

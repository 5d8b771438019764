package org.kepu.people.tour;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.people.Typed;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.springframework.validation.Errors;

/**
 * A tour as it is planned or changed.
 *
 * @param id that it gets; sent twice, it is planned once
 * @param programme and {@code region} are said once, when it is planned
 * @param topic of the stops that are added
 * @param banners that are added
 * @param version of what was read; 0 for a new one
 */
public record TourForm(
        @Nullable UUID id,
        String programme,
        String region,
        String title,
        @Nullable UUID body,
        String first,
        String last,
        String criteria,
        String topic,
        List<String> banners,
        @Nullable Integer version) {

    static final int LONGEST_TOPIC = 80;
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_CRITERIA = 500;
    private static final int LONGEST_DAYS = 366;

    @SuppressWarnings("NullAway") // an absent field comes as null
    public TourForm {
        programme = tidy(programme);
        region = tidy(region);
        title = tidy(title);
        first = tidy(first);
        last = tidy(last);
        criteria = tidy(criteria);
        topic = tidy(topic);
        banners = banners == null ? List.of() : banners.stream().distinct().toList();
        version = version == null ? 0 : version;
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static TourForm blank(Programme programme, RegionCode region, List<String> banners) {
        return new TourForm(UUID.randomUUID(), programme.name(), region.value(), "", null, "", "", "", "", banners, 0);
    }

    static TourForm of(Tour tour) {
        return new TourForm(
                tour.id(),
                tour.programme().name(),
                tour.region().value(),
                tour.title(),
                tour.body().value(),
                tour.first().toString(),
                tour.last().toString(),
                tour.criteria(),
                "",
                List.of(),
                tour.version());
    }

    int basedOn() {
        return version == null ? 0 : version;
    }

    Optional<LocalDate> firstDay() {
        return Typed.day(first);
    }

    Optional<LocalDate> lastDay() {
        return Typed.day(last);
    }

    List<RegionCode> added() {
        return banners.stream()
                .flatMap(code -> RegionCode.read(code).stream())
                .distinct()
                .toList();
    }

    /** The banners that are added, each with what is to be spoken of there. */
    Map<RegionCode, String> topics() {
        return added().stream().collect(Collectors.toMap(Function.identity(), banner -> topic));
    }

    /** Whether a tour is told by these very words; of its stops nothing is said. */
    boolean says(Tour tour) {
        return title.equals(tour.title())
                && tour.body().value().equals(body)
                && firstDay().equals(Optional.of(tour.first()))
                && lastDay().equals(Optional.of(tour.last()))
                && criteria.equals(tour.criteria());
    }

    /** The same words for another tour. */
    TourForm anew() {
        return new TourForm(
                UUID.randomUUID(), programme, region, title, body, first, last, criteria, topic, banners, version);
    }

    /** The same words, said of the tour as it stands now. */
    TourForm on(Tour tour) {
        return new TourForm(id, programme, region, title, body, first, last, criteria, topic, banners, tour.version());
    }

    /** Says at the fields what is wrong with a new tour. */
    void check(LocalDate today, Errors errors) {
        if (Programme.read(programme).isEmpty()) {
            errors.rejectValue("programme", "people.wrong.programme");
        }
        if (banners.isEmpty()) {
            errors.rejectValue("banners", "people.wrong.banners");
        }
        checkRest(today, errors);
    }

    /** The same of what can be changed; a topic is only that of the stops that are added. */
    void checkChange(LocalDate today, Errors errors) {
        if (banners.isEmpty() && !topic.isEmpty()) {
            errors.rejectValue("topic", "people.wrong.topic-of-none");
        }
        checkRest(today, errors);
    }

    private void checkRest(LocalDate today, Errors errors) {
        if (title.length() < 2 || title.length() > LONGEST_TITLE) {
            errors.rejectValue("title", "people.wrong.tour-title");
        } else if (Reason.tellsTooMuch(title)) {
            errors.rejectValue("title", Reason.Fault.PERSONAL.messageKey());
        }
        if (body == null) {
            errors.rejectValue("body", "people.wrong.tour-body");
        }
        checkWords("criteria", criteria, LONGEST_CRITERIA, errors);
        if (criteria.length() < 2) {
            errors.rejectValue("criteria", "people.wrong.criteria");
        }
        checkWords("topic", topic, LONGEST_TOPIC, errors);
        if (!banners.stream().allMatch(code -> RegionCode.read(code).isPresent())) {
            errors.rejectValue("banners", PlanningTours.Why.NO_BANNER.messageKey());
        }
        checkDays(today, errors);
    }

    private void checkDays(LocalDate today, Errors errors) {
        var from = firstDay();
        var to = lastDay();
        if (from.isEmpty()) {
            errors.rejectValue("first", "people.wrong.day");
        }
        if (to.isEmpty() || from.isPresent() && to.get().isBefore(from.get())) {
            errors.rejectValue("last", "people.wrong.days");
        } else if (to.get().isBefore(today)) {
            errors.rejectValue("last", "people.wrong.tour-over");
        } else if (from.isPresent() && from.get().plusDays(LONGEST_DAYS).isBefore(to.get())) {
            errors.rejectValue("last", "people.wrong.tour-long");
        }
    }

    static void checkWords(String field, String words, int longest, Errors errors) {
        if (words.length() > longest) {
            errors.rejectValue(field, "people.wrong.tour-words");
        } else if (Reason.tellsTooMuch(words)) {
            errors.rejectValue(field, Reason.Fault.PERSONAL.messageKey());
        }
    }
}

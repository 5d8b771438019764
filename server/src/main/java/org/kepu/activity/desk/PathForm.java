package org.kepu.activity.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.approval.Path;
import org.kepu.activity.approval.Step;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionLevel;
import org.springframework.validation.Errors;

/**
 * The way of a division as an office sets it.
 *
 * @param manner {@code ABOVE}: what is set above counts; {@code NONE}: nobody is asked; {@code STEPS}: those of the steps
 * @param steps in their order: a level, the identity of a body, or nothing
 * @param version of what was read; 0 if nothing was set
 */
public record PathForm(
        String region,
        String manner,
        List<String> steps,
        @Nullable Integer version) {

    private static final List<String> LEVELS = List.of("BANNER", "LEAGUE", "AUTONOMOUS_REGION");

    @SuppressWarnings("NullAway") // an absent field comes as null
    public PathForm {
        region = region == null ? "" : region.strip();
        manner = manner == null ? "" : manner;
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    static PathForm of(String region, Optional<Path> set) {
        return new PathForm(
                region,
                set.map(path -> path.steps().isEmpty() ? "NONE" : "STEPS").orElse("ABOVE"),
                set.map(Path::steps).orElse(List.of()).stream()
                        .map(PathForm::written)
                        .toList(),
                set.map(Path::version).orElse(0));
    }

    private static String written(Step step) {
        var level = step.level();
        return level == null ? String.valueOf(step.body()) : level.name();
    }

    /** What is chosen for a step; empty: nothing. */
    public String step(int number) {
        return number < steps.size() ? steps.get(number) : "";
    }

    /** The same, based on what is set now: sent again it takes its place. */
    PathForm on(int now) {
        return new PathForm(region, manner, steps, now);
    }

    int basedOn() {
        return version == null ? 0 : version;
    }

    /** Says what is wrong. */
    void check(Errors errors) {
        if (!List.of("ABOVE", "NONE", "STEPS").contains(manner)) {
            errors.rejectValue("manner", "planning.wrong.manner");
        }
        var chosen = chosen();
        if (manner.equals("STEPS") && (chosen.isEmpty() || chosen.size() > Path.MOST_STEPS)) {
            errors.rejectValue("steps", "planning.wrong.no-step");
        } else if (manner.equals("STEPS")
                && (read().size() < chosen.size() || chosen.stream().distinct().count() < chosen.size())) {
            errors.rejectValue("steps", "planning.wrong.steps");
        }
    }

    private List<String> chosen() {
        return steps.stream().filter(step -> !step.isBlank()).toList();
    }

    /** The steps that were chosen. */
    List<Step> read() {
        var read = new ArrayList<Step>();
        for (var step : chosen()) {
            if (LEVELS.contains(step)) {
                read.add(Step.office(RegionLevel.valueOf(step)));
            } else {
                body(step).map(Step::body).ifPresent(read::add);
            }
        }
        return read;
    }

    private static Optional<BodyId> body(String written) {
        try {
            return Optional.of(new BodyId(UUID.fromString(written)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package org.kepu.people.team;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.people.ServiceTerms;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.springframework.validation.Errors;

/**
 * A team as it is entered.
 *
 * @param version of what was read; 0 for a new one
 */
public record TeamForm(
        String title,
        String level,
        @Nullable UUID above,
        String region,
        @Nullable UUID body,
        List<String> services,
        String about,
        String risks,
        String training,
        String insurance,
        String line,
        @Nullable Boolean recruiting,
        @Nullable Boolean minors,
        @Nullable Integer version) {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_TEXT = 1000;

    static final TeamForm BLANK =
            new TeamForm("", "SQUAD", null, "", null, List.of(), "", "", "", "", "", true, false, 0);

    @SuppressWarnings("NullAway") // an absent field comes as null
    public TeamForm {
        title = tidy(title);
        level = tidy(level);
        region = tidy(region);
        services = services == null ? List.of() : List.copyOf(services);
        about = tidy(about);
        risks = tidy(risks);
        training = tidy(training);
        insurance = tidy(insurance);
        line = tidy(line);
        recruiting = Boolean.TRUE.equals(recruiting);
        minors = Boolean.TRUE.equals(minors);
        version = version == null ? 0 : version;
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static TeamForm of(Team team) {
        var body = team.body();
        return new TeamForm(
                team.title(),
                team.level().name(),
                team.above(),
                team.region().value(),
                body == null ? null : body.value(),
                team.services(),
                team.about(),
                team.risks(),
                team.training(),
                team.insurance(),
                team.line(),
                team.recruiting(),
                team.minors(),
                team.version());
    }

    public boolean isRecruiting() {
        return Boolean.TRUE.equals(recruiting);
    }

    public boolean takesMinors() {
        return Boolean.TRUE.equals(minors);
    }

    int basedOn() {
        return version == null ? 0 : version;
    }

    Team.Level levelOf() {
        return Team.Level.valueOf(level);
    }

    /** Says at the fields what is wrong. */
    void check(ServiceTerms terms, Errors errors) {
        if (title.length() < 2 || title.length() > LONGEST_TITLE) {
            errors.rejectValue("title", "people.wrong.title");
        } else if (Reason.tellsTooMuch(title)) {
            errors.rejectValue("title", Reason.Fault.PERSONAL.messageKey());
        }
        if (!level.matches("CORPS|BRANCH|SQUAD")) {
            errors.rejectValue("level", "people.wrong.level");
        }
        if (RegionCode.read(region).isEmpty()) {
            errors.rejectValue("region", "people.wrong.region");
        }
        if (services.isEmpty()
                || services.stream().anyMatch(code -> terms.service(code).isEmpty())) {
            errors.rejectValue("services", "people.wrong.services");
        }
        if (!line.matches("[0-9 ()+-]{0,20}")) {
            errors.rejectValue("line", "people.wrong.line");
        }
        for (var text : List.of(about, risks, training, insurance)) {
            if (text.length() > LONGEST_TEXT) {
                errors.reject("people.wrong.long");
            }
        }
        if (isRecruiting() && about.isEmpty()) {
            errors.rejectValue("about", "people.wrong.about");
        }
        if (isRecruiting() && risks.isEmpty()) {
            errors.rejectValue("risks", "people.wrong.risks");
        }
    }
}

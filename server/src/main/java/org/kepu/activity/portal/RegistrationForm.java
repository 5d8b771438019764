package org.kepu.activity.portal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Offer;
import org.kepu.activity.PartyKind;
import org.kepu.activity.Question;
import org.kepu.activity.booking.Applicant;
import org.kepu.activity.booking.Party;
import org.kepu.shared.Actor;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.RegionCode;
import org.springframework.validation.Errors;

/**
 * A registration as somebody fills it in.
 *
 * @param party the kind of party; empty: the first that the session takes
 * @param places how many in all, or how many adults of a family
 * @param partyName of the group or the school
 * @param home the division with a quota in which one lives; empty: elsewhere
 * @param consent that one agrees to what is kept for how long
 * @param key made when the form was shown, so that sending it twice registers once
 */
public record RegistrationForm(
        String party,
        String name,
        String phone,
        String places,
        String children,
        String partyName,
        String grade,
        @Nullable Boolean elder,
        String home,
        String answer1,
        String answer2,
        String answer3,
        @Nullable Boolean consent,
        String key) {

    @SuppressWarnings("NullAway") // an absent field comes as null
    public RegistrationForm {
        party = tidy(party);
        name = tidy(name);
        phone = tidy(phone);
        places = tidy(places);
        children = tidy(children);
        partyName = tidy(partyName);
        grade = tidy(grade);
        elder = Boolean.TRUE.equals(elder);
        home = tidy(home);
        answer1 = tidy(answer1);
        answer2 = tidy(answer2);
        answer3 = tidy(answer3);
        consent = Boolean.TRUE.equals(consent);
        key = tidy(key);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    public static RegistrationForm blank(String party) {
        var key = UUID.randomUUID().toString();
        return new RegistrationForm(party, "", "", "1", "1", "", "", false, "", "", "", "", false, key);
    }

    /** The kind of party, if the session takes it; otherwise the first that it takes. */
    public PartyKind kind(Offer offer) {
        var kinds = offer.admission().kinds();
        return kinds.stream()
                .filter(kind -> kind.name().equals(party))
                .findFirst()
                .orElse(kinds.getFirst());
    }

    /** What is answered, question by question. */
    public List<String> answers() {
        return List.of(answer1, answer2, answer3);
    }

    /** Says at each field what is wrong with what somebody fills in for themselves. */
    void check(Offer offer, Errors errors) {
        var seats = offer.session().seats();
        check(offer, seats == null ? Applicant.LARGEST_GROUP : seats.perPerson(), errors);
        if (!Boolean.TRUE.equals(consent)) {
            errors.rejectValue("consent", "activity.register.wrong.consent");
        }
    }

    /**
     * Says at each field what is wrong.
     *
     * @param most the most places of those who are neither a group nor a school
     */
    public void check(Offer offer, int most, Errors errors) {
        checkContact(errors);
        var kind = kind(offer);
        checkParty(kind, kind.isNamed() ? offer.admission().groupMost() : most, errors);
        checkAnswers(offer, errors);
        if (key.isEmpty() || key.length() > Applicant.LONGEST_KEY) {
            errors.reject("activity.register.wrong.key");
        }
    }

    private void checkContact(Errors errors) {
        if (name.isEmpty() || name.length() > Applicant.LONGEST_NAME) {
            errors.rejectValue("name", "activity.register.wrong.name");
        }
        if (PhoneNumber.read(phone).isEmpty()) {
            errors.rejectValue("phone", "activity.register.wrong.phone");
        }
    }

    private void checkParty(PartyKind kind, int most, Errors errors) {
        var come = number(places).filter(count -> count >= 1 && count <= most);
        if (come.isEmpty()) {
            errors.rejectValue("places", "booking.wrong.places", new Object[] {most}, null);
        } else if (kind == PartyKind.FAMILY
                && number(children)
                        .filter(minors -> come.get() + minors <= most)
                        .isEmpty()) {
            errors.rejectValue("children", "booking.wrong.children", new Object[] {most}, null);
        }
        if (kind.isNamed() && (partyName.isEmpty() || partyName.length() > Party.LONGEST_NAME)) {
            errors.rejectValue("partyName", kind == PartyKind.SCHOOL ? "booking.wrong.school" : "booking.wrong.group");
        }
        if (kind == PartyKind.SCHOOL && (grade.isEmpty() || grade.length() > Party.LONGEST_GRADE)) {
            errors.rejectValue("grade", "booking.wrong.grade");
        }
    }

    private void checkAnswers(Offer offer, Errors errors) {
        var questions = offer.admission().questions();
        for (int i = 0; i < questions.size(); i++) {
            if (!questions.get(i).takes(answers().get(i))) {
                errors.rejectValue(
                        "answer" + (i + 1),
                        questions.get(i).kind() == Question.Kind.NUMBER
                                ? "booking.wrong.number"
                                : "booking.wrong.answer");
            }
        }
    }

    private static Optional<Integer> number(String typed) {
        return typed.matches("\\d{1,3}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }

    /** Who asks, once nothing is wrong; without a clerk, for themselves. */
    public Applicant applicant(Offer offer, @Nullable Actor by) {
        var kind = kind(offer);
        int come = number(places).orElseThrow();
        int minors = kind == PartyKind.FAMILY ? number(children).orElseThrow() : 0;
        return new Applicant(
                name,
                PhoneNumber.read(phone).orElseThrow(),
                come + minors,
                key,
                by,
                switch (kind) {
                    case SINGLE -> Party.SINGLE;
                    case FAMILY -> Party.family(minors);
                    case GROUP -> Party.group(partyName);
                    case SCHOOL -> Party.school(partyName, grade);
                },
                Boolean.TRUE.equals(elder),
                RegionCode.read(home).orElse(null),
                answers().subList(0, offer.admission().questions().size()));
    }

    @Override
    public String toString() {
        return "RegistrationForm";
    }
}

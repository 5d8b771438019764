package org.kepu.people.team;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.people.Identity;
import org.kepu.people.ServiceTerms;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.Reason;
import org.springframework.validation.Errors;

/**
 * Somebody who wants to volunteer, as they fill it in, or as a team or a clerk does for them.
 *
 * @param staff in paid service of an office or institution
 * @param minor under 18
 * @param birth year and month, of minors
 * @param guardianAgrees the guardian's word, of minors
 * @param agreedHow how somebody else saw that they agree; empty if they fill it in themselves
 */
public record JoinForm(
        String name,
        String phone,
        String background,
        @Nullable Boolean staff,
        @Nullable Boolean minor,
        String birth,
        String guardian,
        @Nullable Boolean guardianAgrees,
        @Nullable Boolean consent,
        String agreedHow,
        String way) {

    private static final Pattern MONTH = Pattern.compile("(20\\d\\d)-?(0[1-9]|1[0-2])");
    private static final int LONGEST_HOW = 200;
    private static final int SHORTEST_NAME = 2;

    static final JoinForm BLANK = new JoinForm("", "", "", null, null, "", "", null, null, "", "");

    @SuppressWarnings("NullAway") // an absent field comes as null
    public JoinForm {
        name = tidy(name);
        phone = tidy(phone);
        background = tidy(background);
        staff = Boolean.TRUE.equals(staff);
        minor = Boolean.TRUE.equals(minor);
        birth = tidy(birth);
        guardian = tidy(guardian);
        guardianAgrees = Boolean.TRUE.equals(guardianAgrees);
        consent = Boolean.TRUE.equals(consent);
        agreedHow = tidy(agreedHow);
        way = tidy(way);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    public boolean isMinor() {
        return Boolean.TRUE.equals(minor);
    }

    public boolean isStaff() {
        return Boolean.TRUE.equals(staff);
    }

    /** Says at the fields what is wrong with what somebody fills in for themselves. */
    void check(Team team, ServiceTerms terms, LocalDate today, Errors errors) {
        checkPerson(team, terms, today, errors);
        if (!Boolean.TRUE.equals(consent)) {
            errors.rejectValue("consent", "people.wrong.consent");
        }
    }

    /** Says at the fields what is wrong with what somebody else fills in. */
    void checkForOther(Team team, ServiceTerms terms, LocalDate today, Errors errors) {
        checkPerson(team, terms, today, errors);
        if (agreedHow.length() < 2 || agreedHow.length() > LONGEST_HOW) {
            errors.rejectValue("agreedHow", "people.wrong.agreed-how");
        } else if (Reason.tellsTooMuch(agreedHow)) {
            errors.rejectValue("agreedHow", Reason.Fault.PERSONAL.messageKey());
        }
        if (!way.matches("TEAM|PROXY")) {
            errors.rejectValue("way", "people.wrong.way");
        }
    }

    private void checkPerson(Team team, ServiceTerms terms, LocalDate today, Errors errors) {
        if (!isName(name)) {
            errors.rejectValue("name", "people.wrong.name");
        }
        if (PhoneNumber.read(phone).isEmpty()) {
            errors.rejectValue("phone", "people.wrong.phone");
        }
        if (!background.isEmpty() && !terms.isBackground(background)) {
            errors.rejectValue("background", "people.wrong.background");
        }
        if (isMinor()) {
            checkMinor(team, today, errors);
        }
    }

    private void checkMinor(Team team, LocalDate today, Errors errors) {
        if (!team.minors()) {
            errors.rejectValue("minor", "people.wrong.no-minors");
        }
        if (born().filter(month -> !month.isAfter(YearMonth.from(today))
                        && month.plusYears(Identity.OF_AGE).isAfter(YearMonth.from(today)))
                .isEmpty()) {
            errors.rejectValue("birth", "people.wrong.birth");
        }
        if (!isName(guardian)) {
            errors.rejectValue("guardian", "people.wrong.guardian");
        }
        if (!Boolean.TRUE.equals(guardianAgrees)) {
            errors.rejectValue("guardianAgrees", "people.wrong.guardian-agrees");
        }
    }

    private static boolean isName(String typed) {
        return typed.codePoints().filter(Character::isLetter).count() >= SHORTEST_NAME
                && typed.length() <= Identity.LONGEST_NAME
                && typed.chars().noneMatch(Character::isISOControl);
    }

    private Optional<YearMonth> born() {
        var month = MONTH.matcher(birth);
        return month.matches()
                ? Optional.of(YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))))
                : Optional.empty();
    }

    /** Who it is, once nothing is wrong. */
    Identity identity() {
        return new Identity(
                name,
                PhoneNumber.read(phone).orElseThrow(),
                isMinor() ? new Identity.Minor(born().orElseThrow(), guardian) : null);
    }

    @Override
    public String toString() {
        return "JoinForm";
    }
}

package org.kepu.activity.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Admission;
import org.kepu.activity.PartyKind;
import org.kepu.activity.Question;
import org.kepu.activity.booking.Applicant;
import org.kepu.activity.booking.Party;
import org.kepu.shared.Actor;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.RegionCode;

/**
 * What another system asks for somebody.
 *
 * @param name by which they want to be called, up to 40 signs; of a school, its teacher
 * @param phone by which they are known: one booking of a session for each number
 * @param places how many in all, their own among them; one where nothing is said
 * @param party {@code single} (where nothing is said), {@code family}, {@code group} or {@code school}
 * @param children how many of the places of a family are for children
 * @param partyName of the group or the school, up to 40 signs; never the names of pupils
 * @param grade of a school, up to 20 signs
 * @param elder whether seats may be used that are kept for elders
 * @param home the code of the division in which they live, for the seats that are kept for it
 * @param answers to the questions of the session, in their order; an empty one is none
 */
record RequestJson(
        @Nullable String name,
        @Nullable String phone,
        @Nullable Integer places,
        @Nullable String party,
        @Nullable Integer children,
        @Nullable String partyName,
        @Nullable String grade,
        @Nullable Boolean elder,
        @Nullable String home,
        @Nullable List<@Nullable String> answers) {

    /** The first field that is wrong. */
    Optional<String> wrong() {
        if (name == null || name.isBlank() || name.strip().length() > Applicant.LONGEST_NAME) {
            return Optional.of("name");
        }
        if (phone == null || PhoneNumber.read(phone).isEmpty()) {
            return Optional.of("phone");
        }
        if (count() < 1 || count() > Admission.LARGEST_GROUP) {
            return Optional.of("places");
        }
        var kind = kind();
        if (kind.isEmpty()) {
            return Optional.of("party");
        }
        if (minors() < 0 || minors() >= count() || minors() > 0 && kind.get() != PartyKind.FAMILY) {
            return Optional.of("children");
        }
        if (!fits(partyName, kind.get().isNamed(), Party.LONGEST_NAME)) {
            return Optional.of("partyName");
        }
        if (!fits(grade, kind.get() == PartyKind.SCHOOL, Party.LONGEST_GRADE)) {
            return Optional.of("grade");
        }
        if (home != null && RegionCode.read(home).isEmpty()) {
            return Optional.of("home");
        }
        return answers != null && answers.size() > Question.MOST ? Optional.of("answers") : Optional.empty();
    }

    /** Told where it must be, and nowhere else. */
    private static boolean fits(@Nullable String text, boolean needed, int longest) {
        return needed
                ? text != null && !text.isBlank() && text.strip().length() <= longest
                : text == null || text.isBlank();
    }

    private Optional<PartyKind> kind() {
        return party == null
                ? Optional.of(PartyKind.SINGLE)
                : Arrays.stream(PartyKind.values())
                        .filter(kind -> kind.word().equals(party))
                        .findFirst();
    }

    private int count() {
        return places == null ? 1 : places;
    }

    private int minors() {
        return children == null ? 0 : children;
    }

    /** Who asks, once nothing is wrong. */
    Applicant applicant(String key, Actor by) {
        if (name == null || phone == null) {
            throw new IllegalStateException("looked at before");
        }
        return new Applicant(
                name.strip(),
                PhoneNumber.read(phone).orElseThrow(),
                count(),
                key,
                by,
                new Party(kind().orElseThrow(), minors(), told(partyName), told(grade)),
                Boolean.TRUE.equals(elder),
                home == null ? null : RegionCode.read(home).orElseThrow(),
                answers == null
                        ? List.of()
                        : answers.stream().map(RequestJson::told).toList());
    }

    private static String told(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    @Override
    public String toString() {
        return "RequestJson";
    }
}

package org.kepu.activity.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activity;
import org.kepu.activity.Described;
import org.kepu.activity.Place;
import org.kepu.activity.Vocabulary;
import org.kepu.indicator.Terms;
import org.kepu.plan.MeasureId;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.springframework.validation.Errors;

/**
 * An activity as a clerk writes it down.
 *
 * @param others names of further organisers, one in a line, from wherever they are
 */
public record ActivityForm(
        String title,
        String kind,
        String campaign,
        String summary,
        List<String> audiences,
        String region,
        String placeKind,
        String place,
        String way,
        String latitude,
        String longitude,
        String access,
        String safety,
        String telephone,
        List<String> organisers,
        List<String> measures,
        @Nullable Integer version,
        String others) {

    private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,8})?");
    private static final int MOST = 50;

    @SuppressWarnings("NullAway") // an absent field comes as null
    public ActivityForm {
        title = tidy(title);
        kind = tidy(kind);
        campaign = tidy(campaign);
        summary = tidy(summary);
        audiences = audiences == null ? List.of() : List.copyOf(audiences);
        region = tidy(region);
        placeKind = tidy(placeKind);
        place = tidy(place);
        way = tidy(way);
        latitude = tidy(latitude);
        longitude = tidy(longitude);
        access = tidy(access);
        safety = tidy(safety);
        telephone = tidy(telephone);
        organisers = organisers == null ? List.of() : List.copyOf(organisers);
        measures = measures == null ? List.of() : List.copyOf(measures);
        others = tidy(others);
    }

    /** An empty one for a division. */
    static ActivityForm blank(String region) {
        var none = "";
        return new ActivityForm(
                none, none, none, none, List.of(), region, none, none, none, none, none, none, none, none, List.of(),
                List.of(), 0, none);
    }

    static ActivityForm of(Activity activity) {
        return of(activity.described(), activity.version());
    }

    static ActivityForm of(Described told, int version) {
        var campaign = told.campaign();
        return new ActivityForm(
                told.title(),
                told.kind(),
                campaign == null ? "" : campaign,
                told.summary(),
                told.audiences(),
                told.region().value(),
                told.place().kind(),
                told.place().address(),
                told.place().way(),
                degrees(told.place().latitude()),
                degrees(told.place().longitude()),
                told.access(),
                told.safety(),
                told.telephone(),
                told.organisers().stream().map(BodyId::toString).toList(),
                told.measures().stream().map(MeasureId::toString).toList(),
                version,
                "");
    }

    /** The same, based on what is there now. */
    ActivityForm on(int now) {
        return new ActivityForm(
                title,
                kind,
                campaign,
                summary,
                audiences,
                region,
                placeKind,
                place,
                way,
                latitude,
                longitude,
                access,
                safety,
                telephone,
                organisers,
                measures,
                now,
                others);
    }

    /** The names of further organisers. */
    List<String> otherNames() {
        return others.lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** The same with those whom the names of further organisers mean. */
    ActivityForm joinedBy(List<BodyId> joined) {
        var all = Stream.concat(organisers.stream(), joined.stream().map(BodyId::toString))
                .distinct()
                .toList();
        return new ActivityForm(
                title, kind, campaign, summary, audiences, region, placeKind, place, way, latitude, longitude, access,
                safety, telephone, all, measures, version, "");
    }

    /** Where another says otherwise: the key of the field's name, and what stands there. Lists and choices are told by their names only. */
    Map<String, String> differences(ActivityForm other) {
        var found = new LinkedHashMap<String, String>();
        differ(found, "activity.title", title, other.title);
        differ(found, "activity.place", place, other.place);
        differ(found, "activity.summary", summary, other.summary);
        differ(found, "activity.way", way, other.way);
        differ(found, "activity.access", access, other.access);
        differ(found, "activity.safety", safety, other.safety);
        differ(found, "activity.telephone", telephone, other.telephone);
        differ(found, "activity.point", latitude + " " + longitude, other.latitude + " " + other.longitude);
        chosen(found, "activity.kind", kind.equals(other.kind));
        chosen(found, "activity.campaign", campaign.equals(other.campaign));
        chosen(found, "activity.region", region.equals(other.region));
        chosen(found, "activity.place-kind", placeKind.equals(other.placeKind));
        chosen(found, "activity.audiences", Set.copyOf(audiences).equals(Set.copyOf(other.audiences)));
        chosen(found, "activity.organisers", Set.copyOf(organisers).equals(Set.copyOf(other.organisers)));
        chosen(found, "activity.measures", Set.copyOf(measures).equals(Set.copyOf(other.measures)));
        return found;
    }

    private static void differ(Map<String, String> found, String key, String mine, String theirs) {
        if (!mine.equals(theirs)) {
            found.put(key, theirs.strip());
        }
    }

    private static void chosen(Map<String, String> found, String key, boolean same) {
        if (!same) {
            found.put(key, "");
        }
    }

    private static String degrees(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip().replace("\r\n", "\n");
    }

    int basedOn() {
        return version == null ? 0 : version;
    }

    public Optional<RegionCode> regionCode() {
        return RegionCode.read(region);
    }

    /** Says at each field what is wrong. */
    public void check(Vocabulary vocabulary, Terms terms, Errors errors) {
        if (title.isEmpty() || title.length() > Described.LONGEST_TITLE) {
            errors.rejectValue("title", "activity.wrong.title");
        }
        if (vocabulary.kind(kind).isEmpty()) {
            errors.rejectValue("kind", "activity.wrong.kind");
        }
        if (!campaign.isEmpty() && !vocabulary.isCampaign(campaign)) {
            errors.rejectValue("campaign", "activity.wrong.campaign");
        }
        if (audiences.isEmpty()
                || audiences.size() > MOST
                || !audiences.stream().allMatch(code -> terms.audience(code).isPresent())) {
            errors.rejectValue("audiences", "activity.wrong.audiences");
        }
        if (regionCode().isEmpty()) {
            errors.rejectValue("region", "activity.wrong.region");
        }
        if (terms.place(placeKind).isEmpty()) {
            errors.rejectValue("placeKind", "activity.wrong.place-kind");
        }
        if (place.isEmpty() || place.length() > Described.LONGEST_LINE) {
            errors.rejectValue("place", "activity.wrong.place");
        }
        if (!isPoint()) {
            errors.rejectValue("latitude", "activity.wrong.point");
        }
        longest(errors, "summary", summary, Described.LONGEST_TEXT);
        longest(errors, "way", way, Described.LONGEST_LINE);
        longest(errors, "access", access, Described.LONGEST_LINE);
        longest(errors, "safety", safety, Described.LONGEST_LINE);
        if (!telephone.matches("[0-9 ,、+()-]{0,40}")) {
            errors.rejectValue("telephone", "activity.wrong.telephone");
        }
        if (organisers.size() > MOST
                || !organisers.stream().allMatch(id -> IDENTITY.matcher(id).matches())) {
            errors.rejectValue("organisers", "activity.wrong.organisers");
        }
        if (measures.size() > MOST
                || !measures.stream().allMatch(id -> IDENTITY.matcher(id).matches())) {
            errors.rejectValue("measures", "activity.wrong.measures");
        }
    }

    private static void longest(Errors errors, String field, String text, int most) {
        if (text.length() > most) {
            errors.rejectValue(field, "activity.wrong.long", new Object[] {most}, "");
        }
    }

    private boolean isPoint() {
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return true;
        }
        return DEGREES.matcher(latitude).matches()
                && DEGREES.matcher(longitude).matches()
                && Math.abs(Double.parseDouble(latitude)) <= 90
                && Math.abs(Double.parseDouble(longitude)) <= 180;
    }

    /** What was written, once nothing is wrong. */
    public Described described() {
        return new Described(
                title,
                kind,
                campaign.isEmpty() ? null : campaign,
                summary,
                audiences.stream().distinct().toList(),
                regionCode().orElseThrow(),
                new Place(
                        placeKind,
                        place,
                        way,
                        latitude.isEmpty() ? null : Double.valueOf(latitude),
                        longitude.isEmpty() ? null : Double.valueOf(longitude)),
                access,
                safety,
                telephone,
                organisers.stream().distinct().map(BodyId::of).toList(),
                measures.stream().distinct().map(MeasureId::of).toList());
    }
}

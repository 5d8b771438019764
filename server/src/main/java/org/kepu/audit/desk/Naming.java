package org.kepu.audit.desk;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act.Change;
import org.kepu.audit.CodeNames.Code;
import org.kepu.audit.PersonNames;
import org.kepu.audit.PlaceNames;
import org.kepu.audit.Wording;
import org.kepu.shared.RegionCode;
import org.springframework.stereotype.Component;

/** Puts today's names to the identities that the trail keeps. */
@Component
class Naming {

    private final PersonNames persons;
    private final PlaceNames places;

    private final Wording wording;

    Naming(PersonNames persons, PlaceNames places, Wording wording) {
        this.persons = persons;
        this.places = places;
        this.wording = wording;
    }

    List<TrailRow> name(List<TrailRow> rows) {
        var names = persons.of(rows.stream()
                .flatMap(row -> Stream.of(row.actor(), row.represented(), row.subject()))
                .filter(Objects::nonNull)
                .collect(toSet()));
        var regions = places.named(rows.stream()
                .map(TrailRow::region)
                .filter(Objects::nonNull)
                .map(RegionCode::new)
                .collect(toSet()));
        var words = wording.of(rows.stream().flatMap(Naming::codes).collect(toSet()));
        return rows.stream().map(row -> named(row, names, regions, words)).toList();
    }

    private static Stream<Code> codes(TrailRow row) {
        return Stream.concat(
                Stream.of(new Code(row.objectKind(), row.label())),
                row.changes().stream()
                        .flatMap(change -> Stream.of(change.before(), change.after())
                                .filter(Objects::nonNull)
                                .map(value -> new Code(change.field(), value))));
    }

    private static Change worded(Change change, Map<Code, String> words) {
        return new Change(
                change.field(),
                word(change.field(), change.before(), words),
                word(change.field(), change.after(), words));
    }

    private static @Nullable String word(String of, @Nullable String value, Map<Code, String> words) {
        return value == null ? null : words.getOrDefault(new Code(of, value), value);
    }

    private static TrailRow named(
            TrailRow row, Map<UUID, String> names, Map<RegionCode, String> regions, Map<Code, String> words) {
        var region = row.region();
        return new TrailRow(
                row.number(),
                row.id(),
                row.at(),
                row.actor(),
                row.actorKind(),
                row.who().isEmpty() ? name(row.actor(), names) : row.who(),
                row.represented(),
                name(row.represented(), names),
                row.address(),
                row.act(),
                row.objectKind(),
                row.object(),
                words.getOrDefault(new Code(row.objectKind(), row.label()), row.label()),
                region,
                region == null ? "" : regions.getOrDefault(new RegionCode(region), region),
                row.subject(),
                name(row.subject(), names),
                row.changes().stream().map(change -> worded(change, words)).toList(),
                row.reason(),
                row.position(),
                row.hash());
    }

    private static String name(@Nullable UUID account, Map<UUID, String> names) {
        return account == null ? "" : names.getOrDefault(account, "");
    }
}

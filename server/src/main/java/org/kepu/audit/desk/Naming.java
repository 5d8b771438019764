package org.kepu.audit.desk;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.PersonNames;
import org.kepu.audit.PlaceNames;
import org.kepu.shared.RegionCode;
import org.springframework.stereotype.Component;

/** Puts today's names to the identities that the trail keeps. */
@Component
class Naming {

    private final PersonNames persons;
    private final PlaceNames places;

    Naming(PersonNames persons, PlaceNames places) {
        this.persons = persons;
        this.places = places;
    }

    List<TrailRow> name(List<TrailRow> rows) {
        var names = persons.of(rows.stream()
                .flatMap(row -> Stream.of(row.actor(), row.represented(), row.subject()))
                .filter(Objects::nonNull)
                .collect(toSet()));
        var regions = places.of(rows.stream()
                .map(TrailRow::region)
                .filter(Objects::nonNull)
                .map(RegionCode::new)
                .collect(toSet()));
        return rows.stream().map(row -> named(row, names, regions)).toList();
    }

    private static TrailRow named(TrailRow row, Map<UUID, String> names, Map<RegionCode, String> regions) {
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
                row.label(),
                region,
                region == null ? "" : regions.getOrDefault(new RegionCode(region), region),
                row.subject(),
                name(row.subject(), names),
                row.changes(),
                row.reason(),
                row.position(),
                row.hash());
    }

    private static String name(@Nullable UUID account, Map<UUID, String> names) {
        return account == null ? "" : names.getOrDefault(account, "");
    }
}

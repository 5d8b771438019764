package org.kepu.privacy.me;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kepu.audit.EntriesAboutPerson;
import org.kepu.audit.EntriesAboutPerson.Entry;
import org.kepu.privacy.Divisions;
import org.kepu.shared.RegionCode;
import org.springframework.stereotype.Service;

/** Who looked at a person's data or changed it. The office is told, not the officer: see decision 0072. */
@Service
class Looks {

    private final EntriesAboutPerson entries;
    private final Divisions divisions;

    Looks(EntriesAboutPerson entries, Divisions divisions) {
        this.entries = entries;
        this.divisions = divisions;
    }

    /** The last first. */
    List<Look> at(UUID person) {
        var found = entries.about(person);
        var names = divisions.names(found.stream()
                .filter(entry -> !entry.region().isEmpty())
                .map(entry -> new RegionCode(entry.region()))
                .distinct()
                .toList());
        return found.stream().map(entry -> look(entry, person, names)).toList();
    }

    private static Look look(Entry entry, UUID person, Map<RegionCode, String> names) {
        var place = entry.region().isEmpty() ? "" : names.getOrDefault(new RegionCode(entry.region()), entry.region());
        return new Look(entry.at(), who(entry, person), place, entry.act(), entry.label(), entry.reason());
    }

    private static String who(Entry entry, UUID person) {
        if (entry.actor().equals(person)) {
            return "privacy.who.self";
        }
        return switch (entry.kind()) {
            case STAFF -> "privacy.who.staff";
            case CITIZEN -> "privacy.who.citizen";
            case SERVICE -> "privacy.who.service";
            case PROGRAM -> "privacy.who.program";
        };
    }
}

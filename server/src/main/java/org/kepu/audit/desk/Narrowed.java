package org.kepu.audit.desk;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kepu.audit.PersonNames;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Scope;

/** A filter and a scope as the conditions of a statement on {@code audit.entry e}. */
record Narrowed(String conditions, Map<String, Object> parameters) {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    /** Rows of the divisions in reach; what belongs to no division is seen from the top only. */
    private static final String REACH =
            "(e.region in (select region.reach(:scopeRegions, :scopeDay)) or :fromTheTop and e.region is null)";

    static Narrowed by(Scope scope, TrailFilter filter, PersonNames persons) {
        var conditions = new ArrayList<String>(List.of(REACH));
        var parameters = new HashMap<String, Object>(scope.parameters());
        parameters.put("fromTheTop", isFromTheTop(scope));
        filter.firstDay().ifPresent(day -> {
            conditions.add("e.at >= :from");
            parameters.put("from", beginning(day));
        });
        filter.lastDay().ifPresent(day -> {
            conditions.add("e.at < :until");
            parameters.put("until", beginning(day.plusDays(1)));
        });
        if (!filter.person().isEmpty()) {
            conditions.add("(e.actor = any(:persons) or e.represented = any(:persons) or e.actor_name = :person)");
            parameters.put("persons", persons.named(filter.person()).toArray(UUID[]::new));
            parameters.put("person", filter.person());
        }
        if (!filter.act().isEmpty()) {
            conditions.add("e.act = :act");
            parameters.put("act", filter.act());
        }
        if (!filter.object().isEmpty()) {
            conditions.add("(e.object = :object or strpos(lower(e.label), lower(:object)) > 0)");
            parameters.put("object", filter.object());
        }
        filter.division().ifPresent(division -> {
            conditions.add("e.region in (select region.reach(:division, :scopeDay))");
            parameters.put("division", new String[] {division.value()});
        });
        if (!filter.subject().isEmpty()) {
            conditions.add("e.subject = any(:subjects)");
            parameters.put("subjects", persons.named(filter.subject()).toArray(UUID[]::new));
        }
        if (!filter.words().isEmpty()) {
            conditions.add(
                    "strpos(lower(concat_ws(' ', e.label, e.object, e.reason, e.address, e.changes)), lower(:words)) > 0");
            parameters.put("words", filter.words());
        }
        return new Narrowed(String.join("\nand ", conditions), parameters);
    }

    static boolean isFromTheTop(Scope scope) {
        return scope.regions().stream().anyMatch(code -> code.level() == RegionLevel.AUTONOMOUS_REGION);
    }

    private static Object beginning(LocalDate day) {
        return day.atStartOfDay(HERE).toInstant().atOffset(ZoneOffset.UTC);
    }
}

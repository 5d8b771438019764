package org.kepu.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.supervision.light.Lit;
import org.kepu.ledger.supervision.light.Reason;
import org.kepu.plan.MeasureId;
import org.kepu.plan.Plan;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The ledger's page.
 *
 * @param plan the plan chosen, {@code null} where there is none
 * @param closedYears years of the plan's period whose ledger is not open
 * @param rows those that the filter lets through
 * @param all every row of the year, for the choices of the filter
 * @param lights as they burn, by measure; ofPlan what burns for the plan as a whole
 */
public record LedgerView(
        List<Plan> plans,
        @Nullable Plan plan,
        int year,
        List<Integer> years,
        List<Integer> closedYears,
        LedgerFilter filter,
        List<LedgerRow> rows,
        List<LedgerRow> all,
        Map<MeasureId, Lit> lights,
        Optional<Reason> ofPlan) {

    /** The light of a measure; nothing where none of its tasks is within reach. */
    public Optional<Lit> light(LedgerRow row) {
        return Optional.ofNullable(lights.get(row.measure()));
    }

    /** Programmes to choose from: their place and their name. */
    public Map<String, String> programmes() {
        var choices = new LinkedHashMap<String, String>();
        all.forEach(row -> choices.put(LedgerFilter.place(row.kind(), row.programme()), row.programmeTitle()));
        return choices;
    }

    public List<String> leads() {
        return all.stream()
                .flatMap(row -> row.leads().stream())
                .distinct()
                .sorted()
                .toList();
    }

    public List<String> participants() {
        return all.stream()
                .flatMap(row -> row.participants().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The rows by the programme's place; an action and a project may bear the same name. */
    public Map<String, List<LedgerRow>> byProgramme() {
        return rows.stream()
                .collect(groupingBy(
                        row -> LedgerFilter.place(row.kind(), row.programme()), LinkedHashMap::new, toList()));
    }

    /** The address of the same rows as a sheet. */
    public String sheetPath() {
        var parts = new LinkedHashMap<String, @Nullable Object>();
        parts.put("plan", plan == null ? null : plan.id());
        parts.put("year", year);
        parts.put("programme", filter.programme());
        parts.put("lead", filter.lead());
        parts.put("participant", filter.participant());
        parts.put("numbered", filter.numbered());
        parts.put("state", filter.state());
        parts.put("light", filter.light());
        var path = UriComponentsBuilder.fromPath("/desk/ledger/sheet");
        parts.entrySet().stream()
                .filter(part -> part.getValue() != null)
                .forEach(part -> path.queryParam(part.getKey(), "{" + part.getKey() + "}"));
        return path.encode().buildAndExpand(parts).toUriString();
    }
}

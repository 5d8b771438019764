package org.kepu.plandoc;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The structure of one action plan, as its document states it.
 *
 * @param documentNumber 文号, {@code null} where the document has none
 * @param issuer 发文机关, {@code null} where unsaid
 * @param signedOn 成文日期, {@code null} where unsaid
 * @param periodFrom first year of the period, {@code null} where unsaid
 * @param periodTo last year of the period, {@code null} where unsaid
 * @param basis 文号 of the documents cited as the plan's basis
 * @param goals targets of the goal section
 * @param findings what a person should look at; never silently mended
 */
public record ParsedPlan(
        String title,
        @Nullable String documentNumber,
        @Nullable String issuer,
        @Nullable LocalDate signedOn,
        @Nullable Integer periodFrom,
        @Nullable Integer periodTo,
        List<String> basis,
        List<Target> goals,
        List<Programme> programmes,
        List<Phase> phases,
        List<OrganisationPoint> organisation,
        List<Finding> findings) {
    public ParsedPlan {
        basis = List.copyOf(basis);
        goals = List.copyOf(goals);
        programmes = List.copyOf(programmes);
        phases = List.copyOf(phases);
        organisation = List.copyOf(organisation);
        findings = List.copyOf(findings);
    }
}

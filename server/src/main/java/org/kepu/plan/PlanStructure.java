package org.kepu.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.body.BodyGroup;
import org.kepu.plandoc.Finding;
import org.kepu.plandoc.Measure.AssignedBy;
import org.kepu.plandoc.Span;
import org.kepu.shared.BodyId;

/** What a plan in force asks for: its programmes with their measures, its goals, phases and arrangements. */
public record PlanStructure(
        List<Target> goals,
        List<Programme> programmes,
        List<Phase> phases,
        List<OrganisationPoint> organisation,
        List<Remark> remarks) {
    public PlanStructure {
        goals = List.copyOf(goals);
        programmes = List.copyOf(programmes);
        phases = List.copyOf(phases);
        organisation = List.copyOf(organisation);
        remarks = List.copyOf(remarks);
    }

    public Stream<Measure> measures() {
        return programmes.stream().flatMap(programme -> programme.measures().stream());
    }

    public List<Programme> of(org.kepu.plandoc.Programme.Kind kind) {
        return programmes.stream().filter(programme -> programme.kind() == kind).toList();
    }

    public long targetCount() {
        return goals.size()
                + measures().mapToLong(measure -> measure.targets().size()).sum();
    }

    public record Programme(
            UUID id, org.kepu.plandoc.Programme.Kind kind, int ordinal, String title, List<Measure> measures) {
        public Programme {
            measures = List.copyOf(measures);
        }
    }

    /**
     * One 措施.
     *
     * @param at its places in the plan's source text
     */
    public record Measure(
            MeasureId id,
            UUID programme,
            int ordinal,
            String title,
            String text,
            AssignedBy assignedBy,
            List<Assignment> assignments,
            List<Target> targets,
            List<Span> at) {
        public Measure {
            assignments = List.copyOf(assignments);
            targets = List.copyOf(targets);
            at = List.copyOf(at);
        }

        public List<Assignment> leads() {
            return with(Role.LEAD);
        }

        public List<Assignment> participants() {
            return with(Role.PARTICIPANT);
        }

        private List<Assignment> with(Role role) {
            return assignments.stream().filter(a -> a.role() == role).toList();
        }
    }

    public enum Role {
        /** 牵头 */
        LEAD,
        /** 责任、参与 */
        PARTICIPANT
    }

    /**
     * One entry of a list of bodies.
     *
     * @param written as the plan has it
     * @param body the body meant; {@code null} while nobody has decided, and for groups
     * @param group set where the entry stands for a group such as 各成员单位
     */
    public record Assignment(
            Role role,
            String written,
            @Nullable BodyId body,
            @Nullable BodyGroup group) {}

    public record Target(
            UUID id,
            String quote,
            org.kepu.plandoc.Target.Operator operator,
            BigDecimal value,
            String unit,
            org.kepu.plandoc.Target.Window window) {}

    public record Phase(String title, int from, int to) {}

    public record OrganisationPoint(String title, String text) {}

    /** A finding that stood when the plan was confirmed; contradictions are shown, not mended. */
    public record Remark(Finding.Code code, String message, String quote) {}
}

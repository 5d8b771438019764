package org.kepu.ledger.evaluation.report;

import java.util.List;

/**
 * What a report says, as it is kept. The words are those of an official document; days are written as 2026-11-22.
 *
 * @param kind 中期自查 or 终期总结
 * @param asked how many bodies were evaluated
 * @param scored how many of them scored themselves
 * @param settled of how many the result is settled
 * @param goals targets of the whole plan
 * @param problems what the office says of shortcomings; or empty
 * @param found shortcomings that the numbers show
 * @param list the list of problems (问题清单); none in reports of before it was told
 * @param nextSteps what the office says of the time to come; or empty
 * @param successor the title of the plan that continues this one; or empty
 */
public record ReportContent(
        int turn,
        String kind,
        String evaluation,
        String plan,
        String office,
        String from,
        String to,
        String day,
        int asked,
        int scored,
        int settled,
        List<Visited> visits,
        List<Target> goals,
        List<Programme> programmes,
        String problems,
        List<String> found,
        List<Problem> list,
        String nextSteps,
        String successor,
        List<Continued> continued) {

    public ReportContent {
        visits = List.copyOf(visits);
        goals = List.copyOf(goals);
        programmes = List.copyOf(programmes);
        found = List.copyOf(found);
        list = list == null ? List.of() : List.copyOf(list);
        continued = List.copyOf(continued);
    }

    public record Visited(String kind, String day, String place, String company, String findings) {}

    /**
     * @param value what was reached, with its unit; empty where there is no value
     * @param window the days over which it was read; empty where no indicator reads the target
     * @param edition the first day of the edition of the tree by which it was read
     * @param checksum of the frozen figure
     */
    public record Target(
            String quote,
            String indicator,
            String value,
            String standing,
            String window,
            String edition,
            String checksum) {}

    public record Programme(String kind, String title, List<Measure> measures) {
        public Programme {
            measures = List.copyOf(measures);
        }
    }

    /**
     * @param leads who leads
     * @param year whose tasks are counted; 0 where there are none
     * @param facts how many facts serve it in the days of the report
     * @param said what was said of it in rounds
     * @param listed the latest of the facts
     */
    public record Measure(
            String title,
            String leads,
            int year,
            int done,
            int going,
            int waiting,
            int carried,
            long facts,
            long attendances,
            List<Target> targets,
            List<String> said,
            List<Fact> listed) {
        public Measure {
            targets = List.copyOf(targets);
            said = List.copyOf(said);
            listed = List.copyOf(listed);
        }

        public int tasks() {
            return done + going + waiting + carried;
        }
    }

    /**
     * A problem of the list.
     *
     * @param body by whom it is to be mended
     * @param done what was done about it; empty where nothing is told
     */
    public record Problem(
            String what,
            String found,
            String cause,
            String remedy,
            String body,
            String due,
            String state,
            String done) {}

    public record Fact(String day, String kind, String title, long attendances) {}

    /**
     * @param earlier the measure of this plan; empty where it is new
     * @param later that of the successor; empty where it ended
     */
    public record Continued(String earlier, String later) {}

    /** Of the whole plan and of its measures, in the order of the plan. */
    public List<Target> targets() {
        return java.util.stream.Stream.concat(
                        goals.stream(),
                        programmes.stream()
                                .flatMap(programme -> programme.measures().stream())
                                .flatMap(measure -> measure.targets().stream()))
                .toList();
    }

    public String title() {
        return plan + "\n" + kind + "报告";
    }
}

package org.kepu.activity.school;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kepu.activity.school.SchoolStanding.Floors;
import org.kepu.indicator.figure.Definitions;
import org.kepu.indicator.figure.Method;
import org.kepu.indicator.figure.ThingFacts;
import org.kepu.indicator.target.Semester;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How schools stand in a semester (学校每学期科普讲座不少于4次、研学不少于1次). */
@Service
@Transactional(readOnly = true)
class SchoolStandings {

    private static final String LECTURE = "LECTURE";
    private static final String STUDY_TRIP = "STUDY_TRIP";

    private final Schools schools;
    private final JdbcClient database;
    private final ThingFacts facts;
    private final Definitions definitions;

    SchoolStandings(Schools schools, JdbcClient database, ThingFacts facts, Definitions definitions) {
        this.schools = schools;
        this.database = database;
        this.facts = facts;
        this.definitions = definitions;
    }

    /** How those within reach stand that stood in the semester, by division and name. */
    List<SchoolStanding> all(Scope scope, Semester semester) {
        return of(schools.all(scope, semester), semester);
    }

    /** How one stands that is within reach of this right. */
    Optional<SchoolStanding> find(Scope scope, Right right, String code, Semester semester) {
        return schools.find(scope, right, code)
                .map(school -> of(List.of(school), semester).getFirst());
    }

    private List<SchoolStanding> of(List<School> schools, Semester semester) {
        var codes = schools.stream().map(School::code).toList();
        var events = facts.events(School.THING, codes, List.of(LECTURE, STUDY_TRIP), semester.window());
        var numbers = numbers(codes, semester);
        var floors = floors(semester);
        return schools.stream()
                .map(school -> {
                    var counted = events.getOrDefault(school.code(), Map.of());
                    return new SchoolStanding(
                            school,
                            counted.getOrDefault(LECTURE, 0L),
                            counted.getOrDefault(STUDY_TRIP, 0L),
                            numbers.getOrDefault(school.code(), Map.of()),
                            floors);
                })
                .toList();
    }

    private record Told(String school, SchoolNumber what, int number) {}

    private Map<String, Map<SchoolNumber, Integer>> numbers(Collection<String> codes, Semester semester) {
        return database
                .sql("""
                        select school, what, number from activity.school_number
                        where school = any(:codes) and semester = :semester
                        """)
                .param("codes", codes.toArray(String[]::new))
                .param("semester", semester.from())
                .query(Told.class)
                .list()
                .stream()
                .collect(groupingBy(Told::school, toMap(Told::what, Told::number)));
    }

    /** What the definitions that hold in the semester ask of each school; nothing where there is no such definition. */
    private Floors floors(Semester semester) {
        return new Floors(
                floor("school-lectures", semester),
                floor("school-study-trips", semester),
                floor("pupils-taking-part", semester),
                floor("schools-with-science-teacher", semester));
    }

    private long floor(String indicator, Semester semester) {
        return definitions
                .find(indicator, semester.to())
                .map(definition -> switch (definition.method()) {
                    case Method.Each each -> each.atLeast();
                    case Method.Ratio ratio -> ratio.atLeast() == null ? 0L : ratio.atLeast();
                    default -> 0L;
                })
                .orElse(0L);
    }
}

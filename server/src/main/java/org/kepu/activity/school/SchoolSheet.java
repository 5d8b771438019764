package org.kepu.activity.school;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.indicator.target.Semester;
import org.kepu.page.Page;
import org.kepu.shared.BodyId;
import org.springframework.stereotype.Component;

/** The schools of a semester as an Excel table. Filled in, it is handed in again. */
@Component
class SchoolSheet {

    static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "region",
            "keeper",
            "stage",
            "rural",
            "opened",
            "roll",
            "takingPart",
            "teachers",
            "lectures",
            "trips");

    /** Those that are filled in; the others are counted. */
    static final List<String> FILLED = COLUMNS.subList(0, COLUMNS.indexOf("lectures"));

    /** The row, counted from 0, in which the columns are named. */
    static final int HEAD = 1;

    private static final int[] WIDTHS = {18, 30, 16, 26, 14, 10, 14, 12, 16, 12, 12, 12};

    private final Bodies bodies;

    SchoolSheet(Bodies bodies) {
        this.bodies = bodies;
    }

    void write(Page page, Semester semester, List<SchoolStanding> lines, OutputStream to) throws IOException {
        var keepers = bodies.all(
                lines.stream().map(line -> line.school().keeper()).distinct().toList());
        try (var workbook = new Workbook(to, "Kepu", "1.0")) {
            var sheet = workbook.newWorksheet(page.say("school.title"));
            sheet.value(0, 0, page.say(semester.half().messageKey(), String.valueOf(semester.year())));
            sheet.style(0, 0).bold().fontSize(14).set();
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(HEAD, column, page.say("school.column." + COLUMNS.get(column)));
                sheet.width(column, WIDTHS[column]);
            }
            sheet.range(HEAD, 0, HEAD, COLUMNS.size() - 1)
                    .style()
                    .bold()
                    .fillColor("E3F1F1")
                    .set();
            int at = HEAD;
            for (var line : lines) {
                at++;
                var cells = cells(page, line, keepers);
                for (int column = 0; column < cells.size(); column++) {
                    if (cells.get(column) instanceof Number number) {
                        sheet.value(at, column, number);
                    } else {
                        sheet.value(at, column, cells.get(column).toString());
                    }
                }
            }
            sheet.freezePane(2, HEAD + 1);
        }
    }

    private static List<Object> cells(Page page, SchoolStanding line, Map<BodyId, Body> keepers) {
        var school = line.school();
        var keeper = keepers.get(school.keeper());
        return List.of(
                school.code(),
                school.name(),
                school.region().value(),
                keeper == null ? "" : keeper.name(),
                page.say(school.stage().messageKey()),
                page.say(school.rural() ? "school.rural.yes" : "school.rural.no"),
                school.opened().toString(),
                number(line, SchoolNumber.ROLL),
                number(line, SchoolNumber.TAKING_PART),
                number(line, SchoolNumber.SCIENCE_TEACHERS),
                line.lectures(),
                line.trips());
    }

    private static Object number(SchoolStanding line, SchoolNumber what) {
        var number = line.number(what);
        return number == null ? "" : number;
    }
}

package org.kepu.activity.training;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.kepu.page.Page;
import org.springframework.stereotype.Component;

/** The table in which a list of trainees is filled in: one row for each; on a second sheet the categories there are. */
@Component
class TraineeSheet {

    static final List<String> COLUMNS = List.of("name", "phone", "category", "rural", "mark");

    /** Those that each trainee has. */
    static final List<String> NEEDED = COLUMNS.subList(0, 3);

    private static final int CATEGORY = COLUMNS.indexOf("category");
    private static final int LAST = COLUMNS.size() - 1;
    private static final int[] WIDTHS = {14, 18, 36, 16, 10};
    private static final int PREPARED = 200;

    private final TrainingTerms terms;

    TraineeSheet(TrainingTerms terms) {
        this.terms = terms;
    }

    void write(Page page, OutputStream to) throws IOException {
        try (var workbook = new Workbook(to, "Kepu", "1.0")) {
            var sheet = workbook.newWorksheet(page.say("training.trainees"));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, page.say("training.trainee." + COLUMNS.get(column)));
                sheet.width(column, WIDTHS[column]);
            }
            sheet.range(0, 0, 0, LAST)
                    .style()
                    .bold()
                    .fillColor("E3F1F1")
                    .borderStyle(BorderStyle.THIN)
                    .set();
            sheet.range(1, 0, PREPARED, LAST).style().format("@").set();
            sheet.freezePane(0, 1);
            var categories = workbook.newWorksheet(page.say("training.trainee.category"));
            categories.width(0, WIDTHS[CATEGORY]);
            for (int row = 0; row < terms.categories().size(); row++) {
                categories.value(row, 0, terms.categories().get(row).name());
            }
        }
    }
}

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

    static final int NAME = 0;
    static final int PHONE = 1;
    static final int CATEGORY = 2;
    static final int RURAL = 3;
    static final int MARK = 4;

    static final List<String> COLUMNS = List.of("name", "phone", "category", "rural", "mark");
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
            sheet.range(0, 0, 0, MARK)
                    .style()
                    .bold()
                    .fillColor("E3F1F1")
                    .borderStyle(BorderStyle.THIN)
                    .set();
            sheet.range(1, 0, PREPARED, MARK).style().format("@").set();
            sheet.freezePane(0, 1);
            var categories = workbook.newWorksheet(page.say("training.trainee.category"));
            categories.width(0, WIDTHS[CATEGORY]);
            for (int row = 0; row < terms.categories().size(); row++) {
                categories.value(row, 0, terms.categories().get(row).name());
            }
        }
    }
}

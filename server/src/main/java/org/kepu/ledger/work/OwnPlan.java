package org.kepu.ledger.work;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.file.KeptFile;

/**
 * The document in which a body has planned its work (本单位计划文件, G11-07).
 *
 * @param number 文号, empty where it has none
 * @param signedOn 成文日期
 * @param file the document itself, where it was handed in
 */
public record OwnPlan(
        UUID id,
        String title,
        String number,
        LocalDate signedOn,
        @Nullable KeptFile file) {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_NUMBER = 60;
    static final int LONGEST_ITEM = 100;

    /**
     * A task's place in it.
     *
     * @param item where in the document, such as 第三部分第2条; or empty
     */
    public record Place(OwnPlan plan, String item) {}
}

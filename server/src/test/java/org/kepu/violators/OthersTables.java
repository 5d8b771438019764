package org.kepu.violators;

import org.springframework.data.relational.core.mapping.Table;

/** Reads the tables of several modules: whoever they belong to, the others are none of its business. */
public final class OthersTables {

    // from region.region: comments are no SQL
    static final String JOIN = "select task.* from ledger.task join body.body on body.id = task.body_id";
    static final String COMMA = """
            select count(*)
              from ledger.task, plan.measure
             where measure.id = task.measure_id""";
    static final String PIECE = " where exists (select 1 from access.account)";

    @Table(schema = "plan", name = "measure")
    record Row(int id) {}
}

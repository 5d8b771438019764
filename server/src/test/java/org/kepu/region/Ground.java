package org.kepu.region;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Clears the tables of regions, bodies, plans and the ledger, so that each test plants its own. The cells are not rolled meanwhile. */
public record Ground(JdbcClient jdbc) {

    public void clear() {
        OnPostgres.Server.owner(jdbc).sql("""
                        do $$
                        begin
                        lock table indicator.rolled in exclusive mode;
                        truncate region.region, region.state, region.edition, region.succession, region.upload,
                            body.body, body.alias, body.meaning, body.membership, body.delegate,
                            plan.document, people.person, ledger.task, ledger.own_plan, ledger.work_plan, access.role_grant,
                            indicator.fact, indicator.credit, indicator.thing, indicator.fresh, indicator.cell, indicator.standing
                            cascade;
                        end
                        $$
                        """).update();
    }
}

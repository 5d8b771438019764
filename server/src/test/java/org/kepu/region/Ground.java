package org.kepu.region;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Clears the tables of regions, bodies, plans and the ledger and all that refer to them, so that each test plants its own. The cells
 * are not rolled meanwhile. Few rows are deleted, which makes no new files; many are truncated.
 */
public record Ground(JdbcClient jdbc) {

    private static final String ROOTS = """
            region.region, region.state, region.edition, region.succession, region.upload,
            body.body, body.alias, body.meaning, body.membership, body.delegate,
            plan.document, people.person, ledger.task, ledger.own_plan, ledger.work_plan, access.role_grant,
            indicator.fact, indicator.credit, indicator.thing, indicator.fresh, indicator.cell, indicator.standing
            """;

    public void clear() {
        OnPostgres.Server.groundsman(jdbc).sql("""
                        do $$
                        declare
                            used regclass[];
                            name regclass;
                        begin
                            lock table indicator.rolled in exclusive mode;
                            with recursive reached (name) as (
                                select unnest('{%1$s}'::regclass[])
                                union
                                select f.conrelid from pg_constraint f join reached on f.confrelid = reached.name where f.contype = 'f')
                            select array_agg(reached.name order by reached.name) into used from reached where pg_relation_size(reached.name) > 0;
                            if used is null then
                                return;
                            end if;
                            if (select sum(pg_relation_size(one)) from unnest(used) one) > 2 * 1024 * 1024
                                    or current_setting('session_replication_role') <> 'replica' then
                                truncate %1$s cascade;
                                return;
                            end if;
                            foreach name in array used loop
                                execute format('lock table %%s in exclusive mode', name);
                            end loop;
                            foreach name in array used loop
                                execute format('delete from %%s', name);
                            end loop;
                        end
                        $$
                        """.formatted(ROOTS)).update();
    }
}

-- Which divisions lie below which, and when. Drawn from the states by the triggers below; nobody else writes here.
-- An abolished division stays where it was last, so that its old records stay in somebody's reach.
create table lineage (
    code     text not null constraint lineage_code_fk references region,
    ancestor text not null constraint lineage_ancestor_fk references region,
    during   daterange not null,
    constraint lineage_pk primary key (code, ancestor, during without overlaps)
);
create index lineage_by_ancestor on lineage (ancestor, code);

create function draw_lineage(drawn text[]) returns void language sql as $$
    with recursive lasting as (
        select code, parent,
               daterange(lower(during), case when lead(code) over states is null then null else upper(during) end) as during
        from region.state
        window states as (partition by code order by lower(during))
    ), line as (
        select code, code as ancestor, during from lasting where code = any(drawn)
        union all
        select line.code, lasting.parent, line.during * lasting.during
        from line join lasting on lasting.code = line.ancestor and lasting.during && line.during
        where lasting.parent is not null
    )
    insert into region.lineage (code, ancestor, during)
    select code, ancestor, unnest(range_agg(during)) from line group by code, ancestor
$$;

create function redraw_lineage() returns trigger language plpgsql as $$
declare
    drawn text[];
begin
    with recursive below as (
        select code from changed
        union
        select state.code from below join region.state on state.parent = below.code
    )
    select array_agg(code) into drawn from below;
    delete from region.lineage where code = any(drawn);
    perform region.draw_lineage(drawn);
    return null;
end
$$;

create trigger lineage_after_insert after insert on state
    referencing new table as changed for each statement execute function redraw_lineage();
create trigger lineage_after_update after update on state
    referencing new table as changed for each statement execute function redraw_lineage();
create trigger lineage_after_delete after delete on state
    referencing old table as changed for each statement execute function redraw_lineage();

select draw_lineage(array(select code from region));

-- What other modules may ask: the divisions that lie below some, themselves included, on a day.
create function reach(roots text[], day date) returns setof text language sql stable as $$
    select code from region.lineage where ancestor = any(roots) and during @> day
$$;

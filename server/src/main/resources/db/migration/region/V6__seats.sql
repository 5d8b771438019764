-- How often the tree was redrawn: whoever keeps something drawn from it sees by this that it is stale.
create table drawing (
    number bigint not null,
    alone boolean constraint drawing_pk primary key default true constraint drawing_is_one check (alone)
);
insert into drawing (number) values (1);

create function count_drawing() returns trigger language plpgsql as $$
begin
    update region.drawing set number = number + 1;
    return null;
end
$$;
create trigger drawing_after_state after insert or update or delete on state
    for each statement execute function count_drawing();
create trigger drawing_after_succession after insert or update or delete on succession
    for each statement execute function count_drawing();

-- What other modules may ask: how often the tree was redrawn, and which edition holds on a day.
create function drawn() returns bigint language sql stable as 'select number from region.drawing';
create function edition_on(day date) returns date language sql stable as
    'select max(since) from region.edition where since <= day';

-- What other modules may ask: what lies directly below a division on a day.
create function children(of text, day date) returns setof text language sql stable rows 20 as $$
    select code from region.state where parent = of and during @> day
$$;

-- What other modules may ask: whether a division counted as rural on a day; as it did first or last if it was not there.
create function is_rural(of text, day date) returns boolean language sql stable as $$
    select coalesce((select 'RURAL' = any(traits) from region.state
                     where code = of order by during @> day desc, abs(lower(during) - day) limit 1), false)
$$;

-- What other modules may ask: where that which was recorded under a code is counted on a day. A division that is gone by then counts
-- with its only successor; one that was split stays by itself where it was last; one that did not exist yet counts with its
-- only predecessor, or else with its first parent. Only codes that are counted elsewhere are told.
create function seats(day date) returns table (code text, seat text) language sql stable rows 10 as $$
    with recursive walk as (
        select region.code, region.code as seat, 0 as step
        from region.region
        where not exists (select from region.state where state.code = region.code and state.during @> day)
        union all
        select walk.code, onward.seat, walk.step + 1
        from walk, lateral (
            select case when exists (select from region.state where state.code = walk.seat and lower(state.during) <= day)
                   then (select min(successor) from region.succession
                         where predecessor = walk.seat and since <= day and kind in ('MERGED', 'RECODED')
                         having count(distinct successor) = 1)
                   else coalesce(
                        (select min(predecessor) from region.succession
                         where successor = walk.seat and since > day having count(distinct predecessor) = 1),
                        (select parent from region.state
                         where state.code = walk.seat order by lower(state.during) limit 1))
                   end as seat) onward
        where walk.step < 20 and onward.seat is not null
          and not exists (select from region.state where state.code = walk.seat and state.during @> day)
    )
    select last.code, last.seat
    from (select distinct on (walk.code) walk.code, walk.seat from walk order by walk.code, walk.step desc) last
    where last.code <> last.seat
$$;

-- What other modules may ask: the way from the top down to where each code is counted on a day. A division that is gone without a
-- successor stays below the one it was last part of, wherever that is counted now.
create function paths(day date) returns table (code text, path text[]) language sql stable as $$
    with recursive line as materialized (
        select lineage.code, array_agg(lineage.ancestor order by region.level) as path
        from region.lineage join region.region on region.code = lineage.ancestor
        where lineage.during @> day
        group by lineage.code
    ), seat as materialized (
        select * from region.seats(day)
    ), gone as materialized (
        select distinct on (state.code) state.code, state.parent
        from region.state
        where not exists (select from region.state lasting where lasting.code = state.code and lasting.during @> day)
          and not exists (select from seat where seat.code = state.code)
        order by state.code, lower(state.during) desc
    ), climb as (
        select gone.code, gone.parent as at, array[gone.code] as below from gone where gone.parent is not null
        union all
        select climb.code, gone.parent, climb.at || climb.below
        from climb join gone on gone.code = climb.at
        where gone.parent is not null
    )
    select climb.code, line.path || climb.below
    from climb
         left join seat on seat.code = climb.at
         join line on line.code = coalesce(seat.seat, climb.at)
    where climb.at not in (select code from gone)
    union all
    select region.code, line.path
    from region.region
         left join seat on seat.code = region.code
         join line on line.code = coalesce(seat.seat, region.code)
    where region.code not in (select code from gone)
$$;

-- Cells of whole years beside those of months, for sumus too: five years of the region are read in five rows instead of sixty.
-- They are drawn anew from the facts by whoever rolls or reads next.
delete from cell;
delete from standing;
update rolled set edition = '-infinity', drawing = 0;
alter table cell add column months smallint not null constraint cell_spans_a_month_or_a_year check (months in (1, 12));
alter table cell drop constraint cell_pk;
alter table cell add constraint cell_pk primary key (unit, kind, months, month, audience, place, rural);

-- In which cells something counts: each month and year of the divisions down to the banner, each year of a sumu.
create function cells(way text[], day date) returns table (unit text, months smallint, month date) language sql stable rows 7 as $$
    select unit, span.months, date_trunc(span.name, day)::date
    from unnest(way) as unit
         join (values (1::smallint, 'month', 6), (12::smallint, 'year', 9)) as span (months, name, digits)
              on length(unit) <= span.digits
$$;

-- By the year first: what is told today goes into the part of this year, which stays in memory, and not all over the index.
drop index fact_by_region;
create index fact_by_region on fact ((extract(year from day)::smallint), region, kind, day)
    include (id, audience, place, rural, weight, events, attendances, minutes, money, quantity);

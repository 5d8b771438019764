-- What the State Council's yearly notices say: which days are off, and which days of weekends are worked in exchange (调休).
create table day (
    day   date constraint day_pk primary key,
    kind  text not null constraint day_kind_known check (kind in ('OFF', 'WORK')),
    year  int not null constraint day_year_in_our_time check (year between 2000 and 2100),
    basis text not null constraint day_has_its_basis check (btrim(basis) <> '' and length(basis) <= 200),
    constraint day_lies_in_its_year check (day between make_date(year - 1, 12, 25) and make_date(year, 12, 31)),
    constraint day_worked_in_exchange_is_of_a_weekend check (kind = 'OFF' or extract(isodow from day) in (6, 7))
);
create index day_by_year on day (year);
comment on column day.year is 'the year of the notice; it may begin in the last days of the year before';

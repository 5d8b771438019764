-- Which body did something for which measure on which day, so that the day of its last is found without the facts themselves. A counter-fact
-- adds a row of weight -1: what stands is what adds up to more than nought.
create table credit (
    measure uuid not null,
    body    uuid not null,
    day     date not null,
    weight  smallint not null constraint credit_weight_known check (weight in (1, -1))
);
insert into credit (measure, body, day, weight)
    select distinct_measures.measure, distinct_bodies.body, day, weight
    from fact
         cross join lateral (select distinct unnest(measures)) as distinct_measures (measure)
         cross join lateral (select distinct unnest(organisers)) as distinct_bodies (body);
create index credit_by_measure on credit (measure, body, day) include (weight);

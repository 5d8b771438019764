-- Tours of experts (专家巡讲): which banners of a division are visited in a batch, when and with what. How a stop stands is told by its invitations.
create table tour (
    id            uuid constraint tour_pk primary key,
    programme     text not null constraint tour_programme_known check (programme in ('EXPERTS', 'REVITALISATION')),
    title         text not null constraint tour_titled check (title <> ''),
    body          uuid not null,
    region        text not null constraint tour_region_fk references region.region,
    first_day     date not null,
    last_day      date not null constraint tour_days_in_order check (last_day >= first_day),
    criteria      text not null constraint tour_says_how_it_chose check (criteria <> ''),
    version       int not null,
    kept_at       timestamptz not null,
    kept_by       uuid not null,
    announced_at  timestamptz,
    cancelled_at  timestamptz,
    cancelled_why text not null default '',
    constraint tour_cancelled_with_a_reason check ((cancelled_at is null) = (cancelled_why = ''))
);
create index tour_by_region on tour (region);
create index tour_by_last_day on tour (last_day);

-- A banner that a tour goes to; planned is nothing, a month or a day. One that was taken out stays for the invitations that were refused there.
create table tour_stop (
    tour         uuid not null constraint tour_stop_tour_fk references tour,
    banner       text not null constraint tour_stop_banner_fk references region.region
                     constraint tour_stop_is_a_banner check (region.level_of(banner) = 3),
    planned      text not null constraint tour_stop_planned_shape check (planned ~ '^(\d{4}-\d{2}(-\d{2})?)?$'),
    topic        text not null,
    taken_out_at timestamptz,
    constraint tour_stop_pk primary key (tour, banner)
);
create index tour_stop_by_banner on tour_stop (banner);

alter table invitation
    add column tour uuid constraint invitation_tour_fk references tour,
    add column banner text,
    add constraint invitation_stop_fk foreign key (tour, banner) references tour_stop,
    add constraint invitation_stops_on_a_tour check (banner is null or tour is not null);
create index invitation_by_stop on invitation (tour, banner) where tour is not null;

-- What was ticked as a stop so far becomes a tour of its body, league and year; a time that is still proposed lies among its days, so that it can be
-- settled on. Where a league was told and no banner, there is no stop.
create temporary table toured on commit drop as
select i.id as invitation, i.body, i.day, least(i.day, i.proposed) as first, greatest(i.day, i.proposed) as last, i.sent_at, i.sent_by, place.banner, place.division,
       md5('tour/' || i.body || '/' || place.division || '/' || extract(year from i.day))::uuid as tour
from (select *, (starts_at at time zone 'Asia/Shanghai')::date as day,
             case when state = 'PROPOSED' then (proposed_at at time zone 'Asia/Shanghai')::date end as proposed
      from invitation where touring) i
     left join region.paths(current_date) as standing on standing.code = i.region
     cross join lateral (
        select (select way.code from unnest(standing.path) as way (code) where region.level_of(way.code) = 3) as banner,
               coalesce((select way.code from unnest(standing.path) as way (code) where region.level_of(way.code) <= 2
                         order by region.level_of(way.code) desc limit 1), i.region) as division) as place;
insert into tour (id, programme, title, body, region, first_day, last_day, criteria, version, kept_at, kept_by)
select tour, 'EXPERTS', '百名专家走进盟市旗县（' || extract(year from min(day)) || '年）', body, division, min(first), max(last),
       '由以前标为巡讲的邀请补记', 1, max(sent_at), (array_agg(sent_by order by sent_at desc))[1]
from toured group by tour, body, division;
insert into tour_stop (tour, banner, planned, topic) select distinct tour, banner, '', '' from toured where banner is not null;
update invitation set tour = toured.tour, banner = toured.banner from toured where toured.invitation = invitation.id;
alter table invitation drop column touring;

-- What a contest (竞赛) says beyond what an activity does. An empty white list means that it is in none.
create table contest (
    activity   uuid constraint contest_pk primary key constraint contest_activity_fk references activity,
    series     text not null constraint contest_series_fits check (length(series) between 2 and 60),
    level      text not null constraint contest_level_known check (level in ('NATIONAL', 'REGION', 'LEAGUE', 'BANNER', 'SCHOOL')),
    white_list text not null constraint contest_white_list_fits check (length(white_list) <= 80),
    entry_from date not null,
    entry_to   date not null,
    version    int not null,
    constraint contest_entry_ends_after_it_begins check (entry_to >= entry_from)
);
create index contest_by_entry on contest (entry_from);

-- What the review of its ethics decided; the last round holds. Never changed.
create table ethics_review (
    activity    uuid not null constraint ethics_review_contest_fk references contest,
    round       int not null constraint ethics_review_rounds_begin_at_one check (round >= 1),
    passed      boolean not null,
    reviewers   text not null constraint ethics_review_reviewers_fit check (length(reviewers) between 2 and 80),
    reason      text not null constraint ethics_review_reason_fits check (length(reason) between 2 and 500),
    reviewed_on date not null,
    told_at     timestamptz not null,
    told_by     uuid not null,
    constraint ethics_review_pk primary key (activity, round)
);
create function keep_ethics_reviews() returns trigger language plpgsql as $$
begin
    raise exception 'a review stays as it was decided: tell the next one';
end
$$;
create trigger ethics_review_stays before update or delete on ethics_review
    for each statement execute function keep_ethics_reviews();

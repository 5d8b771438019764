-- Experts by the fields of GB/T 13745-2009, asked to serve for a term. They agree to be on the list, and anew to each use; whether the public may
-- read of them is a question of its own.
create table expert (
    id            uuid constraint expert_pk primary key,
    person        uuid not null constraint expert_person_fk references person constraint expert_once unique,
    region        text not null constraint expert_region_fk references region.region,
    fields        text[] not null constraint expert_knows_something check (cardinality(fields) > 0),
    topics        text not null,
    rank          text not null,
    workplace     text not null,
    term_from     date not null,
    term_to       date not null constraint expert_term_in_order check (term_to > term_from),
    most          int not null constraint expert_most_a_year check (most between 1 and 366),
    on_call       int constraint expert_on_call_in_turn check (on_call between 1 and 999),
    published     boolean not null,
    published_how text not null,
    agreed_at     timestamptz not null,
    agreed_to     date not null,
    agreed_how    text not null constraint expert_consent_is_kept check (agreed_how <> ''),
    left_on       date,
    left_why      text not null default '',
    version       int not null,
    kept_at       timestamptz not null,
    kept_by       uuid not null,
    constraint expert_leaves_with_a_reason check (left_on is null or left_why <> ''),
    constraint expert_published_with_consent check (published = (published_how <> ''))
);
create index expert_by_region on expert (region);
create index expert_by_field on expert using gin (fields);

-- By whom an expert is not to be asked (回避).
create table expert_recusal (
    expert uuid not null constraint expert_recusal_expert_fk references expert,
    body   uuid not null,
    why    text not null,
    constraint expert_recusal_pk primary key (expert, body)
);

-- An invitation, answered by its link; of the link a digest is kept. What it came to is a fact once served.
create table invitation (
    id          uuid constraint invitation_pk primary key,
    expert      uuid not null constraint invitation_expert_fk references expert,
    body        uuid not null,
    title       text not null,
    region      text not null constraint invitation_region_fk references region.region,
    place       text not null,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null constraint invitation_takes_time check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours'),
    words       text not null,
    touring     boolean not null,
    digest      text not null constraint invitation_link_taken unique,
    state       text not null constraint invitation_state_known
                    check (state in ('SENT', 'ACCEPTED', 'DECLINED', 'PROPOSED', 'WITHDRAWN', 'SERVED', 'MISSED')),
    reason      text not null default '',
    proposed_at timestamptz,
    sent_at     timestamptz not null,
    sent_by     uuid not null,
    answered_at timestamptz,
    attendances int,
    settled_at  timestamptz,
    settled_by  uuid,
    constraint invitation_served_with_people check ((state = 'SERVED') = (attendances is not null)),
    constraint invitation_refused_with_a_reason check (state not in ('DECLINED', 'WITHDRAWN') or reason <> ''),
    constraint invitation_proposes_a_time check ((state = 'PROPOSED') <= (proposed_at is not null))
);
create index invitation_by_expert on invitation (expert, starts_at);
create index invitation_by_region on invitation (region);
-- Nobody promises to be in two places at once.
alter table invitation add constraint invitation_one_place_at_a_time
    exclude using gist (expert with =, tstzrange(starts_at, ends_at) with &&) where (state in ('ACCEPTED', 'SERVED'));

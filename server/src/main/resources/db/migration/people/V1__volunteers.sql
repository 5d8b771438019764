-- People who serve (科技志愿者、专家、各类名册). A person is here once, however many teams, registers and rosters they are on: known by a telephone
-- number, a minor by the guardian's number and the own name. Name and number are sealed; when the person goes, the row stays and names nobody.
-- A name is unchecked that was only told on the portal.
create table person (
    id             uuid constraint person_pk primary key,
    name           text,
    phone          text,
    phone_print    text,
    identity_print text constraint person_here_once unique,
    birth_month    text,
    guardian       text,
    unchecked      boolean not null default false,
    entered_at     timestamptz not null,
    constraint person_minor_with_guardian check ((birth_month is null) = (guardian is null))
);
create index person_by_phone on person (phone_print);

-- Whoever recruits says truthfully what is done and what can happen (志愿服务条例第十二条). Classes are named as in people/terms.yaml.
create table team (
    id         uuid constraint team_pk primary key,
    above      uuid constraint team_above_fk references team,
    level      text not null constraint team_level_known check (level in ('CORPS', 'BRANCH', 'SQUAD')),
    title      text not null,
    region     text not null constraint team_region_fk references region.region,
    body       uuid,
    services   text[] not null constraint team_serves check (cardinality(services) > 0),
    about      text not null,
    risks      text not null,
    training   text not null,
    insurance  text not null,
    line       text not null,
    recruiting boolean not null,
    minors     boolean not null,
    closed_on  date,
    version    int not null,
    kept_at    timestamptz not null,
    kept_by    uuid not null,
    constraint team_title_taken unique (region, title),
    constraint team_recruits_truthfully check (not recruiting or (about <> '' and risks <> '')),
    constraint team_above_another check (above <> id)
);
create index team_by_region on team (region);
create index team_by_body on team (body);
create index team_by_above on team (above);

-- A person who volunteers, and how they agreed. Of the code by which they open their own page a keyed hash is kept.
create table volunteer (
    person        uuid constraint volunteer_pk primary key constraint volunteer_person_fk references person,
    code_print    text constraint volunteer_code_taken unique,
    background    text not null,
    staff         boolean not null,
    way           text not null constraint volunteer_way_known check (way in ('SELF', 'TEAM', 'PROXY')),
    agreed_at     timestamptz not null,
    agreed_to     date not null,
    agreed_how    text not null,
    agreed_before uuid,
    points_since  timestamptz,
    constraint volunteer_agreed_before_somebody check ((way = 'SELF') = (agreed_before is null)),
    constraint volunteer_consent_is_kept check (way = 'SELF' or agreed_how <> '')
);

create table membership (
    id            uuid constraint membership_pk primary key,
    team          uuid not null constraint membership_team_fk references team,
    volunteer     uuid not null constraint membership_volunteer_fk references volunteer,
    state         text not null constraint membership_state_known check (state in ('ASKED', 'IN', 'DECLINED', 'LEFT')),
    asked_at      timestamptz not null,
    settled_at    timestamptz,
    settled_by    uuid,
    why           text not null default '',
    trained_on    date,
    insured_until date,
    constraint membership_once unique (team, volunteer),
    constraint membership_settled check ((state = 'ASKED') = (settled_at is null))
);
create index membership_by_volunteer on membership (volunteer);

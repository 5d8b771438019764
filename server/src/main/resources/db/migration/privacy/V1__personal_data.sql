-- Names, contacts and free words are sealed by the vault; a person is an account's id, which tells nothing once the account is erased.

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is written once', tg_table_name using errcode = '42501';
end
$$;

-- Consent given and withdrawn. The last word counts.
create table consent_event (
    id      bigint generated always as identity constraint consent_event_pk primary key,
    person  uuid not null,
    purpose text not null constraint consent_event_purpose_said check (purpose <> ''),
    version date not null,
    kind    text not null constraint consent_event_kind_known check (kind in ('GIVEN', 'WITHDRAWN')),
    how     text not null constraint consent_event_how_known check (how in ('SCREEN', 'DESK', 'ERASURE')),
    actor   uuid not null,
    at      timestamptz not null
);
create index consent_event_by_person on consent_event (person, purpose, id desc);
create trigger consent_event_stays before update or delete on consent_event
    for each row execute function refuse_change();
comment on column consent_event.version is 'the version of the register whose text was shown';

-- Children and others for whom somebody speaks. Name and month of birth, no more.
create table dependant (
    id          uuid constraint dependant_pk primary key default uuidv7(),
    guardian    uuid not null,
    region_code text,
    name        text not null,
    birth_month text not null,
    entered_at  timestamptz not null
);
create index dependant_by_guardian on dependant (guardian);

-- Somebody asks to read a minor's full data; somebody else decides. Regulation on Minors' Cyber Protection, article 36.
create table approval (
    id          uuid constraint approval_pk primary key default uuidv7(),
    reader      uuid not null,
    field       text not null,
    record      uuid not null,
    subject     uuid,
    purpose     text not null,
    reason      text not null,
    region_code text,
    asked_at    timestamptz not null,
    hours       int not null constraint approval_lasts_a_day check (hours between 1 and 24),
    decided_by  uuid,
    decided_at  timestamptz,
    granted     boolean,
    decision    text,
    lasts_until timestamptz,
    constraint approval_by_somebody_else check (decided_by <> reader),
    constraint approval_decided_whole check (num_nonnulls(decided_by, decided_at, granted, decision) in (0, 4)),
    constraint approval_ends check ((granted is true) = (lasts_until is not null)),
    constraint approval_ends_in_time check (lasts_until <= decided_at + make_interval(hours => hours))
);
create unique index approval_asked_once on approval (reader, field, record) where decided_at is null;
create index approval_by_subject on approval (subject);

-- What people ask of us about their data, and what we answered.
create table request (
    id            uuid constraint request_pk primary key default uuidv7(),
    number        bigint generated always as identity constraint request_number_once unique,
    kind          text not null constraint request_kind_known check (kind in ('SEE', 'COPY', 'CORRECT', 'DELETE', 'OBJECT')),
    channel       text not null constraint request_channel_known check (channel in ('ME', 'PHONE', 'LETTER', 'WINDOW')),
    person        uuid,
    region_code   text,
    name          text,
    contact       text,
    contact_print text,
    words         text,
    received_on   date not null,
    due           date not null,
    entered_by    uuid not null,
    state         text not null default 'OPEN' constraint request_state_known check (state in ('OPEN', 'DONE', 'REFUSED')),
    answer        text,
    answered_by   uuid,
    answered_at   timestamptz,
    constraint request_due_later check (due > received_on),
    constraint request_answered_whole check (
        (state = 'OPEN') = (answered_at is null) and (answered_at is null) = (answered_by is null))
);
create index request_by_due on request (due) where state = 'OPEN';
create index request_by_person on request (person);
create index request_by_contact on request (contact_print) where contact_print is not null;

-- Erasure of a person, step by step; what it did is its proof.
create table erasure (
    id            uuid constraint erasure_pk primary key default uuidv7(),
    person        uuid not null,
    contacts      text,
    request       uuid constraint erasure_request_fk references request,
    region_code   text,
    asked_by      uuid not null,
    asked_at      timestamptz not null,
    moved_at      timestamptz not null,
    finished_at   timestamptz,
    proof         text,
    proof_hash    text,
    backups_until date,
    constraint erasure_finished_whole check (
        num_nonnulls(finished_at, proof, proof_hash, backups_until) in (0, 4)
        and (finished_at is null or contacts is null))
);
create unique index erasure_runs_once on erasure (person) where finished_at is null;
comment on column erasure.contacts is 'what the person is found by, sealed; emptied when the erasure is finished';

create table erasure_step (
    erasure    uuid not null constraint erasure_step_of references erasure,
    source     text not null,
    done_at    timestamptz not null,
    removed    int not null constraint erasure_step_removed_counted check (removed >= 0),
    anonymised int not null constraint erasure_step_anonymised_counted check (anonymised >= 0),
    kept       int not null constraint erasure_step_kept_counted check (kept >= 0),
    constraint erasure_step_once primary key (erasure, source)
);

-- What the nightly round removed because its time was over.
create table removal (
    id      bigint generated always as identity constraint removal_pk primary key,
    rule    text not null,
    older   timestamptz not null,
    removed int not null constraint removal_counted check (removed > 0),
    at      timestamptz not null
);

-- Lists with personal data that left the platform.
create table export (
    number      bigint generated always as identity constraint export_pk primary key,
    list        text not null,
    region_code text,
    exporter    uuid not null,
    reason      text not null constraint export_reason_said check (btrim(reason) <> ''),
    at          timestamptz not null
);

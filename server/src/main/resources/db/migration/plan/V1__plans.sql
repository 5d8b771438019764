-- An uploaded document, kept as it came, and what was read from it.
create table document (
    sha256      text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    file_name   text not null,
    content     bytea not null,
    received_at timestamptz not null,
    received_by text not null
);

-- A document's structure under review. The structure is edited as a whole; version decides between two editors.
create table draft (
    id           uuid primary key,
    sha256       text not null unique references document,
    region_code  text,
    title        text not null,
    period_from  int,
    period_to    int,
    source       jsonb not null,
    structure    jsonb not null,
    sketch       bigint[] not null,
    version      int not null default 0,
    uploaded_at  timestamptz not null,
    uploaded_by  text not null,
    changed_at   timestamptz not null,
    changed_by   text not null,
    confirmed_at timestamptz
);
create index draft_by_sketch on draft using gin (sketch);
create index draft_open on draft (uploaded_at desc) where confirmed_at is null;

create table plan (
    id              uuid primary key references draft,
    region_code     text not null,
    title           text not null check (title <> ''),
    document_number text,
    issuer          text,
    signed_on       date,
    period_from     int not null,
    period_to       int not null,
    basis           text[] not null,
    state           text not null check (state in ('IN_FORCE', 'EVALUATED', 'ARCHIVED')),
    confirmed_at    timestamptz not null,
    confirmed_by    text not null,
    constraint plan_period_runs_forward check (period_to >= period_from)
);
create index plan_by_region on plan (region_code, period_from);

create table programme (
    id      uuid primary key,
    plan_id uuid not null references plan,
    kind    text not null check (kind in ('ACTION', 'PROJECT')),
    ordinal int not null check (ordinal > 0),
    title   text not null,
    constraint programme_place_taken unique (plan_id, kind, ordinal)
);

create table measure (
    id           uuid primary key,
    plan_id      uuid not null references plan,
    programme_id uuid not null references programme,
    ordinal      int not null check (ordinal > 0),
    title        text not null,
    text         text not null,
    assigned_by  text not null,
    at_from      int[] not null,
    at_to        int[] not null,
    constraint measure_place_taken unique (programme_id, ordinal)
);
create index measure_by_plan on measure (plan_id);

-- Who leads and who takes part. A name whose body nobody has decided yet stays as written, without a body.
create table assignment (
    measure_id uuid not null references measure,
    role       text not null check (role in ('LEAD', 'PARTICIPANT')),
    position   int not null,
    written    text not null,
    body_id    uuid,
    body_group text,
    primary key (measure_id, role, position),
    constraint assignment_named_once unique (measure_id, written),
    constraint assignment_is_body_or_group check (body_id is null or body_group is null)
);
create index assignment_by_body on assignment (body_id);

create table target (
    id         uuid primary key,
    plan_id    uuid not null references plan,
    measure_id uuid references measure,
    position   int not null,
    quote      text not null,
    operator   text not null check (operator in ('AT_LEAST', 'MORE_THAN', 'EXACTLY', 'ALL', 'AT_MOST')),
    value      numeric not null,
    unit       text not null,
    time_window text not null check (time_window in ('YEAR', 'SEMESTER', 'PERIOD', 'BY_DATE', 'NONE')),
    at_from    int not null,
    at_to      int not null
);
create index target_by_measure on target (measure_id);
create index target_by_plan on target (plan_id);

create table phase (
    plan_id   uuid not null references plan,
    position  int not null,
    title     text not null,
    year_from int not null,
    year_to   int not null,
    primary key (plan_id, position)
);

create table organisation_point (
    plan_id  uuid not null references plan,
    position int not null,
    title    text not null,
    text     text not null,
    primary key (plan_id, position)
);

create table finding (
    plan_id  uuid not null references plan,
    position int not null,
    code     text not null,
    message  text not null,
    quote    text not null,
    primary key (plan_id, position)
);

-- How a lower plan takes up an upper one, measure by measure.
create table link (
    upper_measure uuid not null references measure,
    lower_measure uuid not null references measure,
    kind          text not null check (kind in ('SAME', 'CHANGED', 'PART')),
    score         numeric not null check (score between 0 and 1),
    primary key (upper_measure, lower_measure)
);
create index link_by_lower on link (lower_measure);

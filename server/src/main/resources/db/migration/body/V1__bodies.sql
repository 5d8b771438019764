create table body (
    id uuid constraint body_pk primary key default uuidv7(),
    region text not null constraint body_region_fk references region.region (code),
    name text not null constraint body_name_fits check (name = btrim(name) and length(name) between 2 and 100),
    kind text not null constraint body_kind_known check (kind in (
        'SCHOOL', 'VENUE', 'MEDIA', 'GRASSROOTS', 'MASS_ORGANISATION', 'PARTY', 'GOVERNMENT', 'VERTICAL_OFFICE',
        'ENTERPRISE', 'INSTITUTION', 'DEPARTMENT', 'ASSOCIATION', 'OTHER')),
    constraint body_one_name_per_region unique (region, name)
);

-- Names a body had before, or also goes by.
create table alias (
    body uuid not null constraint alias_body_fk references body,
    name text not null constraint alias_name_fits check (name = btrim(name) and length(name) between 2 and 100),
    since timestamptz not null default now(),
    constraint alias_pk primary key (body, name)
);
create index alias_by_name on alias (name);

-- What a person said a name in a document means.
create table meaning (
    document uuid not null,
    written text not null constraint meaning_written_given check (btrim(written) <> ''),
    body uuid not null constraint meaning_body_fk references body,
    decided_at timestamptz not null default now(),
    constraint meaning_pk primary key (document, written)
);
create index meaning_by_body on meaning (body);

-- The leading group (全民科学素质工作领导小组) of a region: which bodies are in it, and when.
create table membership (
    region text not null constraint membership_region_fk references region.region (code),
    body uuid not null constraint membership_body_fk references body,
    during daterange not null constraint membership_lasts check (not isempty(during) and not lower_inf(during)),
    constraint membership_pk primary key (region, body, during without overlaps)
);

-- The person who answers for a member (负责人) and the one who is called (联络员). One at a time for each part.
create table delegate (
    id uuid constraint delegate_pk primary key default uuidv7(),
    region text not null,
    body uuid not null,
    part text not null constraint delegate_part_known check (part in ('HEAD', 'LIAISON')),
    name text not null constraint delegate_name_fits check (name = btrim(name) and length(name) between 1 and 40),
    post text not null default '' constraint delegate_post_fits check (length(post) <= 60),
    phone text not null default '' constraint delegate_phone_fits check (phone ~ '^[0-9+() -]{0,30}$'),
    during daterange not null constraint delegate_serves check (not isempty(during) and not lower_inf(during)),
    constraint delegate_one_at_a_time exclude using gist (region with =, body with =, part with =, during with &&),
    constraint delegate_of_member foreign key (region, body, period during)
        references membership (region, body, period during) deferrable initially deferred
);

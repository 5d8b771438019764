-- What came of a session, as it was told each time; the last version holds.
create table closing (
    session   uuid not null constraint closing_session_fk references session,
    version   int not null constraint closing_version_begins_at_one check (version >= 1),
    held      boolean not null,
    document  uuid,
    closed_at timestamptz not null,
    closed_by uuid not null,
    constraint closing_pk primary key (session, version)
);
create index closing_by_document on closing (document);
create table closing_number (
    session     uuid not null,
    version     int not null,
    audience    text not null,
    attendances int not null constraint closing_number_counts check (attendances >= 0),
    constraint closing_number_pk primary key (session, version, audience),
    constraint closing_number_closing_fk foreign key (session, version) references closing
);

-- The facts that were told of it: one for each audience, each with versions of its own.
create table told_fact (
    session  uuid not null constraint told_fact_session_fk references session,
    audience text not null,
    version  int not null,
    counts   boolean not null,
    constraint told_fact_pk primary key (session, audience)
);

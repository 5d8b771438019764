-- Schools that the plans count: primary and secondary schools and vocational ones. Known by the code that the education authority gave them;
-- closing is how often it was told that one closed, or that it did not.
create table school (
    code       text constraint school_pk primary key constraint school_code_shape check (code ~ '^[0-9A-Za-z-]{2,32}$'),
    name       text not null constraint school_name_fits check (length(name) between 2 and 60),
    region     text not null constraint school_region_fk references region.region,
    keeper     uuid not null,
    stage      text not null constraint school_stage_known check (
        stage in ('PRIMARY', 'JUNIOR', 'SENIOR', 'COMBINED', 'VOCATIONAL', 'SPECIAL')),
    rural      boolean not null,
    opened     date not null,
    closed     date,
    closing    int not null default 0,
    version    int not null,
    written_at timestamptz not null,
    written_by uuid not null,
    constraint school_closed_after_it_opened check (closed > opened)
);
create index school_by_region on school (region, name);
create index school_by_keeper on school (keeper);

-- What a school says of a semester, in numbers and never in names: pupils on the roll, different pupils who took part, science teachers.
create table school_number (
    school   text not null constraint school_number_school_fk references school,
    semester date not null constraint school_number_begins_a_semester check (
        extract(day from semester) = 1 and extract(month from semester) in (2, 9)),
    what     text not null constraint school_number_known check (what in ('ROLL', 'TAKING_PART', 'SCIENCE_TEACHERS')),
    number   int not null constraint school_number_sensible check (number between 0 and 100000),
    version  int not null,
    constraint school_number_pk primary key (school, semester, what)
);

-- The school at which a lecture was held, or which went on a study trip.
alter table closing add column school text constraint closing_school_fk references school;
create index closing_by_school on closing (school) where school is not null;

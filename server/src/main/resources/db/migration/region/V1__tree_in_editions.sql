create extension if not exists btree_gist with schema public;

-- Every code that was ever given out. Codes are never reused and never deleted: what was recorded under an old code stays readable.
create table region (
    code text constraint region_pk primary key,
    level smallint not null generated always as (
        case length(code)
            when 12 then 5
            when 9 then 4
            else case when code like '%0000' then 1 when code like '%00' then 2 else 3 end
        end) stored,
    constraint region_code_shape check (
        code ~ '^[1-9]\d{5}((?!000)\d{3}((?!000)\d{3})?)?$' and code !~ '^\d\d00(?!00$)')
);

-- An edition is the day on which the tree changed, and why.
create table edition (
    since date constraint edition_pk primary key,
    basis text not null constraint edition_basis_given check (btrim(basis) <> '')
);

-- What a code stood for, and when. Two states of one code never overlap; a parent exists as long as its children do.
create table state (
    code text not null constraint state_region_fk references region,
    name text not null constraint state_name_fits check (name = btrim(name) and length(name) between 1 and 60),
    parent text constraint state_parent_is_another check (parent <> code),
    traits text[] not null default '{}' constraint state_traits_known check (
        traits <@ array['URBAN', 'RURAL', 'PASTORAL', 'BORDER'] and not traits @> array['URBAN', 'RURAL']),
    during daterange not null constraint state_lasts check (not isempty(during) and not lower_inf(during)),
    constraint state_pk primary key (code, during without overlaps),
    constraint state_parent_fk foreign key (parent, period during) references state (code, period during)
        deferrable initially deferred,
    constraint state_only_the_top_has_no_parent check ((parent is null) = (code like '%0000' and length(code) = 6))
);
create index state_by_parent on state (parent, code);
create index state_by_name on state (name);

-- Where the people and duties of an old code went.
create table succession (
    predecessor text not null constraint succession_predecessor_fk references region,
    successor text not null constraint succession_successor_fk references region,
    since date not null constraint succession_edition_fk references edition,
    kind text not null constraint succession_kind_known check (kind in ('MERGED', 'SPLIT', 'RECODED')),
    constraint succession_pk primary key (predecessor, successor, since),
    constraint succession_goes_on check (predecessor <> successor)
);

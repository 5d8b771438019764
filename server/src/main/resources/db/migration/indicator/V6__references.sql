-- What a fact refers to is looked up for all rows of a statement at once, and never goes away (0082).
alter table fact
    drop constraint fact_kind_fk,
    drop constraint fact_audience_fk,
    drop constraint fact_place_fk,
    drop constraint fact_region_fk;

create function fact_refers() returns trigger language plpgsql as $$
declare
    missing text := case
        when exists (select kind from told except select id from indicator.kind) then 'kind'
        when exists (select audience from told except select id from indicator.audience) then 'audience'
        when exists (select place from told except select id from indicator.place) then 'place'
        when exists (select from (select distinct region from told) as named
                     where not exists (select from region.region where code = named.region)) then 'region'
    end;
begin
    if missing is not null then
        raise exception 'a fact refers to a % that is not there', missing
            using errcode = 'foreign_key_violation', constraint = format('fact_%s_fk', missing), table = 'fact';
    end if;
    return null;
end
$$;
create trigger fact_refers after insert on fact referencing new table as told for each statement execute function fact_refers();

-- A sum that stays a bigint, where PostgreSQL's own becomes a numeric: it needs a tenth of the memory, and refuses what does not fit.
create aggregate total(bigint) (sfunc = int8pl, stype = bigint, initcond = '0', combinefunc = int8pl, parallel = safe);

create function terms_stay() returns trigger language plpgsql as $$
begin
    raise exception 'a term in which facts are told is never removed';
end
$$;
create trigger kind_stays before update of id or delete on kind for each statement execute function terms_stay();
create trigger audience_stays before update of id or delete on audience for each statement execute function terms_stay();
create trigger place_stays before update of id or delete on place for each statement execute function terms_stay();

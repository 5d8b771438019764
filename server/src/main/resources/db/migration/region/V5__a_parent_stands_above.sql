-- A division belongs to one of a higher level: so nothing can come to lie below itself, however it is moved or merged.
create function level_of(code text) returns int immutable language sql as $$
    select case length(code)
        when 12 then 5
        when 9 then 4
        else case when code like '%0000' then 1 when code like '%00' then 2 else 3 end
    end
$$;
alter table state add constraint state_parent_is_above check (
    parent is null or region.level_of(parent) < region.level_of(code));

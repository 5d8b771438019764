-- A code that was ever given stays: what happened there is told by it for ever. Others may therefore look a code up without holding its row.
create function codes_stay() returns trigger language plpgsql as $$
begin
    raise exception 'the code of a division is never changed nor removed';
end
$$;
create trigger region_code_stays before update of code or delete on region for each statement execute function codes_stay();

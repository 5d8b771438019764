-- What an issued document said stays as it was said.
create function keep_issued() returns trigger language plpgsql as $$
begin
    raise exception 'an issued figure is never changed';
end
$$;
create trigger issued_stays before update or delete on issued for each statement execute function keep_issued();

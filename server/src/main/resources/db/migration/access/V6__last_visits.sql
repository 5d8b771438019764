-- The day on which its holder was last here. It outlives the sign-ins, so that an account that nobody uses any more comes to its end.
alter table account add column last_visit date;
update account set last_visit = (
    select (max(seen_at) at time zone 'Asia/Shanghai')::date from session where session.account = account.id);

create function visited() returns trigger language plpgsql as $$
declare
    today date := (new.seen_at at time zone 'Asia/Shanghai')::date;
begin
    update access.account set last_visit = today
    where id = new.account and (last_visit is null or last_visit < today);
    return null;
end
$$;
create trigger session_visited after insert or update of seen_at on session
    for each row execute function visited();

-- Who is gone serves no more: with the name goes what was told of the person, whoever erased it. — stands where something has to.
create function empty_who_is_gone() returns trigger language plpgsql as $$
declare
    today date := (now() at time zone 'Asia/Shanghai')::date;
begin
    update people.volunteer set code_print = null, background = '', staff = false,
           agreed_how = case when agreed_how = '' then '' else '—' end where person = new.id;
    update people.membership set why = '', state = case when state in ('ASKED', 'IN') then 'LEFT' else state end,
           settled_at = coalesce(settled_at, now()) where volunteer = new.id;
    update people.duty set state = 'GIVEN_BACK' where volunteer = new.id and state = 'PLANNED';
    update people.appeal set words = '' where volunteer = new.id;
    update people.expert set topics = '', rank = '', workplace = '', agreed_how = '—', left_on = coalesce(left_on, today), left_why = '—',
           published = false, published_how = '', on_call = null, version = version + 1 where person = new.id;
    update people.invitation set state = 'WITHDRAWN', reason = '—', settled_at = now()
    where expert in (select id from people.expert where person = new.id)
      and (state in ('SENT', 'PROPOSED') or state = 'ACCEPTED' and starts_at > now());
    update people.invitation set reason = '—' where expert in (select id from people.expert where person = new.id) and reason <> '';
    update people.expert_recusal set why = '' where expert in (select id from people.expert where person = new.id);
    update people.roster_entry set speciality = '', workplace = '', certificate = '', certified = null, agreed_how = '—',
           until = coalesce(until, greatest(since, today)), post = null where person = new.id;
    return null;
end $$;
create trigger person_is_gone after update of name on person
    for each row when (old.name is not null and new.name is null) execute function empty_who_is_gone();

-- How orders go in a division and all below it that has no row of its own. Without any row the usual holds, which the program knows.
create table rule (
    region         text constraint rule_pk primary key constraint rule_region_fk references region.region,
    claims         boolean not null,
    accept_days    smallint not null constraint rule_accept_days check (accept_days between 1 and 60),
    dispatch_days  smallint not null constraint rule_dispatch_days check (dispatch_days between 1 and 60),
    claim_days     smallint not null constraint rule_claim_days check (claim_days between 1 and 60),
    take_days      smallint not null constraint rule_take_days check (take_days between 1 and 60),
    schedule_days  smallint not null constraint rule_schedule_days check (schedule_days between 1 and 60),
    serve_days     smallint not null constraint rule_serve_days check (serve_days between 1 and 60),
    confirm_days   smallint not null constraint rule_confirm_days check (confirm_days between 1 and 60),
    close_days     smallint not null constraint rule_close_days check (close_days between 1 and 60),
    subject_weight smallint not null constraint rule_subject_weight check (subject_weight between 0 and 100),
    near_weight    smallint not null constraint rule_near_weight check (near_weight between 0 and 100),
    load_weight    smallint not null constraint rule_load_weight check (load_weight between 0 and 100),
    rating_weight  smallint not null constraint rule_rating_weight check (rating_weight between 0 and 100),
    turn_weight    smallint not null constraint rule_turn_weight check (turn_weight between 0 and 100),
    version        int not null
);

-- Who serves: a team or an expert, for whom the clerks of a body act. What was served is counted here, so that suggestions are quick.
create table supplier (
    id          uuid constraint supplier_pk primary key,
    kind        text not null constraint supplier_kind_known check (kind in ('TEAM', 'EXPERT')),
    title       text not null constraint supplier_title_length check (length(title) between 1 and 60),
    about       text not null constraint supplier_about_length check (length(about) <= 300),
    body        uuid not null,
    region      text not null constraint supplier_region_fk references region.region,
    area        text not null constraint supplier_area_fk references region.region,
    way         text[] not null,
    subjects    text[] not null constraint supplier_does_something check (cardinality(subjects) > 0),
    audiences   text[] not null,
    capacity    smallint not null constraint supplier_capacity check (capacity between 1 and 99),
    active      boolean not null,
    served      int not null default 0 constraint supplier_served check (served >= 0),
    last_served date,
    stars       int not null default 0,
    rated       int not null default 0 constraint supplier_rated check (stars between rated and rated * 5),
    version     int not null,
    constraint supplier_title_taken unique (region, title)
);
create index supplier_by_area on supplier (area) where active;
create index supplier_by_body on supplier (body);

-- On these days a team or an expert does not serve.
create table absence (
    id       uuid constraint absence_pk primary key,
    supplier uuid not null constraint absence_supplier_fk references supplier on delete cascade,
    during   daterange not null,
    constraint absence_of_some_days check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
    constraint absence_once exclude using gist (supplier with =, during with &&)
);

-- What somebody asks for, and how far it has come. Name, number, address and what access needs are sealed.
create table service_order (
    id           uuid constraint service_order_pk primary key,
    code         text not null constraint service_order_code_taken unique constraint service_order_code_shape check (code ~ '^[0-9]{12}$'),
    region       text not null constraint service_order_region_fk references region.region,
    way          text[] not null,
    subject      text not null,
    words        text not null constraint service_order_words_length check (length(words) <= 500),
    audience     text not null,
    people       smallint not null constraint service_order_people check (people between 1 and 999),
    wished_from  date not null,
    wished_to    date not null,
    wished_hours text not null constraint service_order_hours_length check (length(wished_hours) <= 60),
    wished       uuid constraint service_order_wished_fk references supplier,
    place        text,
    needs        text,
    name         text,
    phone        text,
    phone_print  text,
    wish_print   text,
    asked_with   text not null constraint service_order_asked_once unique,
    channel      text not null constraint service_order_channel_known check (channel in ('WEB', 'PHONE', 'DESK', 'API')),
    entered_by   uuid,
    asked_at     timestamptz not null,
    asked_on     date not null,
    answered_at  timestamptz,
    state        text not null constraint service_order_state_known check (state in
                 ('REQUESTED', 'ACCEPTED', 'POOLED', 'DISPATCHED', 'OFFERED', 'TAKEN', 'SCHEDULED', 'SERVED', 'CONFIRMED', 'CLOSED',
                  'REFUSED', 'CANCELLED')),
    department   uuid,
    supplier     uuid constraint service_order_supplier_fk references supplier,
    starts_at    timestamptz,
    minutes      smallint constraint service_order_minutes check (minutes between 10 and 600),
    came         int constraint service_order_came check (came between 0 and 9999),
    served_on    date,
    stars        smallint constraint service_order_stars check (stars between 1 and 5),
    comment      text constraint service_order_comment_length check (length(comment) <= 300),
    unmet        boolean not null default false,
    due_on       date,
    escalated    boolean not null default false,
    moved_at     timestamptz not null,
    version      int not null,
    constraint service_order_wish_has_days check (wished_from <= wished_to),
    constraint service_order_somebody_serves check (supplier is not null or state not in ('TAKEN', 'SCHEDULED', 'SERVED', 'CONFIRMED', 'CLOSED')),
    constraint service_order_has_a_time check (starts_at is not null or state not in ('SCHEDULED', 'SERVED', 'CONFIRMED', 'CLOSED')),
    constraint service_order_was_served check (came is not null and served_on is not null or state not in ('SERVED', 'CONFIRMED', 'CLOSED'))
);
create index service_order_open on service_order (due_on, id)
    where state not in ('CLOSED', 'REFUSED', 'CANCELLED');
create index service_order_by_region on service_order (region, asked_at desc);
create index service_order_recent on service_order (asked_at desc, id);
create index service_order_by_supplier on service_order (supplier) where supplier is not null;
create index service_order_by_department on service_order (department) where department is not null;
create index service_order_offered on service_order (due_on, id) where state = 'OFFERED';
create index service_order_by_print on service_order (phone_print);
create index service_order_unmet on service_order (asked_on) where unmet;

-- Who has an order: at most one, whoever presses at the same moment.
create table taking (
    service_order uuid constraint taking_pk primary key constraint taking_order_fk references service_order on delete cascade,
    supplier      uuid not null constraint taking_supplier_fk references supplier,
    week          date not null
);
create index taking_load on taking (supplier, week);

-- Who was asked for an order, or had it, and does not serve it: they are not suggested for it again.
create table passed (
    service_order uuid not null constraint passed_order_fk references service_order on delete cascade,
    supplier      uuid not null constraint passed_supplier_fk references supplier,
    constraint passed_pk primary key (service_order, supplier)
);

-- What happened to an order, as it stands on the tracking page: a line for each change.
create table event (
    service_order uuid not null constraint event_order_fk references service_order on delete cascade,
    number        int not null,
    at            timestamptz not null,
    act           text not null,
    hand          text not null,
    state         text not null,
    words         text not null,
    account       uuid,
    constraint event_pk primary key (service_order, number)
);

-- Lines are only added; but words may name a person, so they go when the person does.
create function unsay() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    update orders.event set words = '' where service_order = new.id and words <> '';
    return null;
end $$;
create trigger service_order_unsaid after update of phone_print on service_order
    for each row when (old.phone_print is not null and new.phone_print is null) execute function unsay();

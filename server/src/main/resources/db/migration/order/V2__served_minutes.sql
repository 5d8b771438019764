-- How long a service took stands beside how long was agreed, so that what is taken back is agreed as it was.
alter table service_order add column served_minutes smallint constraint service_order_served_minutes check (served_minutes between 10 and 600);
update service_order set served_minutes = minutes where state in ('SERVED', 'CONFIRMED', 'CLOSED');
alter table service_order drop constraint service_order_was_served;
alter table service_order add constraint service_order_was_served
    check (came is not null and served_on is not null and served_minutes is not null or state not in ('SERVED', 'CONFIRMED', 'CLOSED'));

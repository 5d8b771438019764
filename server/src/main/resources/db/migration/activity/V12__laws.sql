-- A party that asks for more seats than there are since the session was planned otherwise waits no more.
alter table booking
    drop constraint booking_state_known,
    add constraint booking_state_known check (
        state in ('ENTERED', 'CONFIRMED', 'WAITING', 'OFFERED', 'CANCELLED', 'LAPSED', 'RECLAIMED', 'TOO_LARGE')),
    drop constraint booking_cancelled_some_day,
    add constraint booking_cancelled_some_day check (
        (state in ('CANCELLED', 'LAPSED', 'RECLAIMED', 'TOO_LARGE')) = (cancelled_at is not null));

-- What somebody is told otherwise raises the version: nobody writes over another's words unseen.
alter table trainee add column version int not null default 1;

-- Raised when a session is planned otherwise: nobody is admitted by rules that hold no more.
alter table session add column version int not null default 1;

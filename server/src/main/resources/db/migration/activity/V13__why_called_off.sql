-- Why an activity was called off: told to everybody, not to the trail alone.
alter table activity
    add column cancel_reason text
        constraint activity_cancel_reason_fits check (length(cancel_reason) between 1 and 200),
    add constraint activity_cancel_reason_of_one_called_off check (cancel_reason is null or state = 'CANCELLED');

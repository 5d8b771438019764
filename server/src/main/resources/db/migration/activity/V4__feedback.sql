-- What those who came say of it. Nothing leads from here back to a booking: a booking only knows that its holder has spoken.
create table feedback (
    id      uuid constraint feedback_pk primary key,
    session uuid not null constraint feedback_session_fk references session,
    useful  smallint not null constraint feedback_useful_of_five check (useful between 1 and 5),
    clear   smallint not null constraint feedback_clear_of_five check (clear between 1 and 5),
    again   smallint not null constraint feedback_again_of_five check (again between 1 and 5),
    comment text not null constraint feedback_comment_short check (length(comment) <= 300),
    state   text not null constraint feedback_state_known check (state in ('UNREAD', 'SHOWN', 'HIDDEN')),
    told_on date not null
);
create index feedback_by_session on feedback (session);
alter table booking add column spoken boolean not null default false;

-- To whom an order went: the department that is to claim it, the team or expert that is asked, or has taken it.
alter table event add whom uuid;

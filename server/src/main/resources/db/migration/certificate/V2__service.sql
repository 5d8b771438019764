-- Hours of volunteers, and a year's service of experts.
alter table certificate drop constraint certificate_kind_known;
alter table certificate add constraint certificate_kind_known check (kind in ('TRAINING', 'VOLUNTEER', 'EXPERT'));

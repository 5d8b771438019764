-- Among how many was drawn stands beside the marks: a list of draws does not unpack all marks of each to count them.
alter table spot_check add column pool int not null generated always as (cardinality(marks)) stored;

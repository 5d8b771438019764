-- The bare identity of a person is counted in all three places; the third was the one without an index.
create index entry_by_represented on entry (represented) where represented is not null;

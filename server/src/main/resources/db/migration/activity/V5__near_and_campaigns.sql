-- How far two points of the earth lie from each other, in kilometres: by haversines, on a sphere. A point that is not told lies nowhere.
create function kilometres(
    latitude double precision, longitude double precision, other_latitude double precision, other_longitude double precision)
    returns double precision language sql immutable strict parallel safe as $$
    select 2 * 6371.0088 * asin(least(1, sqrt(
        sin(radians(other_latitude - latitude) / 2) ^ 2
        + cos(radians(latitude)) * cos(radians(other_latitude)) * sin(radians(other_longitude - longitude) / 2) ^ 2)))
$$;

-- What is still to come, without a look at the sessions themselves.
create index session_to_come on session (ends_at) include (activity, starts_at) where cancelled_at is null;
create index activity_by_campaign on activity (campaign) where campaign is not null;

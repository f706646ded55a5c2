-- What Respop keeps beside HAPI's tables. The server runs this at every start, on H2 and PostgreSQL.

-- How often the record of a resident was written by others, and by the server with what it makes of the record; and from when
-- on the strata are to be computed again. RESIDENT_PID is the row of the Patient, once a write has found it.
create table if not exists RESPOP_RESIDENT_CHANGE (
    RESIDENT_ID varchar(64) not null primary key,
    CHANGES bigint not null,
    OWN_CHANGES bigint default 0 not null,
    STRATIFY_AT timestamp with time zone,
    RESIDENT_PID bigint
);
alter table RESPOP_RESIDENT_CHANGE add column if not exists OWN_CHANGES bigint default 0 not null;
alter table RESPOP_RESIDENT_CHANGE add column if not exists RESIDENT_PID bigint;
create unique index if not exists RESPOP_RESIDENT_PID on RESPOP_RESIDENT_CHANGE (RESIDENT_PID);
create index if not exists RESPOP_RESIDENT_STRATIFY_AT on RESPOP_RESIDENT_CHANGE (STRATIFY_AT);

-- What the residents with row numbers above AFTER_PID, up to UP_TO_PID, came to in an evaluation.
create table if not exists RESPOP_RESULT (
    RESULT_KEY varchar(64) not null,
    AFTER_PID bigint not null,
    UP_TO_PID bigint not null,
    WRITTEN_ON date not null,
    RESULTS text not null,
    primary key (RESULT_KEY, AFTER_PID)
);

-- The topic Subscriptions, whom they tell of what, and how far that has come. Events up to DELIVERED have arrived.
create table if not exists RESPOP_SUBSCRIPTION (
    SUBSCRIPTION_ID varchar(64) not null primary key,
    TOPIC varchar(64) not null,
    FILTERS text not null,
    STATUS varchar(16) not null,
    BASE_URL text not null,
    HEARTBEAT_SECONDS integer,
    ENDS_AT timestamp with time zone,
    EVENTS bigint not null,
    DELIVERED bigint not null,
    FAILURES integer not null,
    FAILING_SINCE timestamp with time zone,
    FAILURE text,
    NEXT_ATTEMPT_AT timestamp with time zone not null,
    HEARTBEAT_AT timestamp with time zone
);

-- What there is to tell each of them: FOCUS is the version of a resource, as Type/id/_history/version.
create table if not exists RESPOP_EVENT (
    SUBSCRIPTION_ID varchar(64) not null,
    EVENT_NUMBER bigint not null,
    FOCUS text not null,
    OCCURRED_AT timestamp with time zone not null,
    primary key (SUBSCRIPTION_ID, EVENT_NUMBER)
);
create index if not exists RESPOP_EVENT_OCCURRED_AT on RESPOP_EVENT (OCCURRED_AT);

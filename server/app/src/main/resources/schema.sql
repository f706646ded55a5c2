-- What Respop keeps beside HAPI's tables. The server runs this at every start, on H2 and PostgreSQL.

-- How often the record of a resident was written, and from when on the strata are to be computed again.
create table if not exists RESPOP_RESIDENT_CHANGE (
    RESIDENT_ID varchar(64) not null primary key,
    CHANGES bigint not null,
    STRATIFY_AT timestamp with time zone
);
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

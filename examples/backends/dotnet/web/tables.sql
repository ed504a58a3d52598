-- What docs/storage-contract.md stores. SQLite and PostgreSQL (there bytea for blob) take it as it is; for SQL Server write nvarchar
-- for varchar, nvarchar(max) for text, varbinary(max) for blob, and leave out "if not exists". Rows are added and never changed.

create table if not exists submission (
  id varchar(64) primary key,          -- of the receipt, random
  rulebook varchar(100) not null,      -- id without version; the version stands in the body
  form varchar(100) not null,
  unit varchar(100) not null,          -- as signed in, never as sent
  unit_group varchar(100) not null,
  period varchar(100) not null,        -- '' where the form has none
  revision integer not null,
  body text not null,                  -- JSON, as sent
  content varchar(64) not null,        -- SHA-256 of the JSON with its members sorted: tells the same content again
  received_at varchar(40) not null,    -- by the host's clock
  unique (rulebook, form, unit, period, revision)
);

-- Bytes belong to the unit that sent them: no other can refer to them by their digest.
create table if not exists content (
  unit varchar(100) not null,
  sha256 varchar(64) not null,
  size integer not null,
  bytes blob not null,
  primary key (unit, sha256)
);

create table if not exists attachment (
  submission varchar(64) not null references submission (id),
  sha256 varchar(64) not null,
  primary key (submission, sha256)
);

-- What units sent in. Rows are only ever added: a correction is a new revision, a withdrawal a row of its own.

create table submission (
  id text primary key,                       -- random, stands in addresses
  rulebook text not null,                    -- id without version; the version stands in the body
  form text not null,
  unit text not null,                        -- as signed in, never as sent
  period text not null,                      -- '' where the form has none
  revision integer not null,
  stale boolean not null,                    -- refused because another revision came first; kept all the same
  content_sha256 text not null,
  body text not null,                        -- the submission as judged, JSON
  findings text not null,                    -- what was found, JSON; of severity error only where stale
  sent_by text not null,                     -- officer
  received_at timestamptz not null,          -- by the portal's clock, which a demonstration may have set
  stored_at timestamptz not null default now()
);

-- One submission is current per form, unit and period: two officers who post the same revision at once meet here.
create unique index submission_revision on submission (rulebook, form, unit, period, revision) where not stale;
create unique index submission_stale on submission (rulebook, form, unit, period, revision, content_sha256) where stale;

create table withdrawal (
  submission text primary key references submission,
  withdrawn_by text not null,
  withdrawn_at timestamptz not null
);

-- Bytes stand beside the submission they belong to, so that one transaction keeps all or nothing.
create table content (
  sha256 text primary key,
  bytes bytea not null
);

create table file (
  id text primary key,                       -- random, stands in addresses
  submission text not null references submission,
  path text not null,                        -- JSON Pointer of the entry that announces it
  extension text not null,
  size integer not null,
  sha256 text not null references content
);
create index file_submission on file (submission);

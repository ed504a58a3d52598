-- Answers on paper, and what the committee decides. Rows are still only ever added.

alter table submission add column judged_at timestamptz; -- as of when it was judged: its arrival; after a return the first one's
update submission set judged_at = received_at;
alter table submission alter column judged_at set not null;
alter table submission add column paper text;            -- JSON of number and date; null: sent by the unit itself

-- What the committee decided, in order: a lock, a return, picks, sets of paper. The latest version of a subject holds.
create table decision (
  id text primary key,
  rulebook text not null,
  form text not null,
  period text not null,
  subject text not null,                                 -- what it is about, such as 'answer/<unit>' or 'picks/<selection>'
  version integer not null,                              -- 1, 2, …: two who decide on the same state meet here
  body text not null,                                    -- what holds from now on, JSON
  was text,                                              -- what held before, JSON; null: nothing
  decided_by text not null,                              -- officer
  decided_at timestamptz not null,                       -- by the portal's clock
  stored_at timestamptz not null default now(),
  unique (rulebook, form, period, subject, version)
);

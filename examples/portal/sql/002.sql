-- A plan may be a person's: one is current per form, unit, period and person.

alter table submission add column person text not null default ''; -- as signed in, never as sent; '' where the form is a unit's

drop index submission_revision;
drop index submission_stale;
create unique index submission_revision on submission (rulebook, form, unit, period, person, revision) where not stale;
create unique index submission_stale on submission (rulebook, form, unit, period, person, revision, content_sha256) where stale;

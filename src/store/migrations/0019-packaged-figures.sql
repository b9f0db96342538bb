-- Which packaged figures are loaded, by a digest of their files: a start that finds the same files need not read them again.
create table packaged_figures (
  one_row boolean primary key default true check (one_row),
  digest bytea not null check (length(digest) = 32),
  files integer not null check (files >= 0)
);

grant select, insert, update on packaged_figures to comity_application;
grant select on packaged_figures to comity_auditor;

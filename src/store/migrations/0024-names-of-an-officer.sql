-- Whoever reaches only their own cases looks a name up among those: of a frequent name a large caseload has thousands, which are not theirs.
create index case_file_by_officer_and_name on case_file (officer, name_key text_pattern_ops, case_id);

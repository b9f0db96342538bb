-- Events that were missing: another period for a government's answer (8 USC 1231(b)(2)(D)), and a removal that is found unlawful
-- afterwards. None of them takes a step, so that `gated_step` stays as it is.
alter type event_kind add value 'answer-period-set';
alter type event_kind add value 'removal-found-unlawful';
alter type event_kind add value 'return-considered';

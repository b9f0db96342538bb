-- IRPA 49(3): orders that were not enforced in a month, and why. Of each case only when its orders were made and ended, when the person
-- left or came back, when the file was closed or opened again; and where it stands. For the report's role alone.
create view statutory.order_event with (security_barrier) as
  select event.case_id, event.sequence, file.jurisdiction, event.kind::text as kind, body ->> 'orderId' as order_id,
    (case when event.kind::text = 'order-recorded' then body ->> 'madeOn' else body ->> 'on' end)::date as happened_on, file.inventory
  from case_event as event join case_file as file using (case_id)
  where not file.fictional
    and (event.kind::text in ('order-recorded', 'order-ended', 'departed', 'left-without-removal', 'case-closed', 'case-reopened', 'merged-into', 'merge-undone')
      or (event.kind::text = 'arrival-recorded' and body ->> 'outcome' = 'refused-on-arrival'));

grant select on statutory.order_event to comity_report;

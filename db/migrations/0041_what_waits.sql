-- Offers and wishes that wait for an answer: few among all that ever were, and looked for by every round and every week.
create index assignments_waiting on assignments (shift_id) where state in ('offered', 'asked');

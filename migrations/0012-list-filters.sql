-- Every filter of the list costs what its page shows, however many cases other members have here.
create index case_view_by_holder on case_view (member_id, holder, updated_at, case_id);
create index case_view_of_tests on case_view (member_id, updated_at, case_id) where test;

-- Words are looked for within one member. An index over words alone would go through the texts of all members that hold a word;
-- the member stands among the words as one more, marked so that no text has it.
drop index case_text_by_word;
create index case_text_by_member_and_word
  on case_text using gin ((array_to_tsvector(array['@' || member_id]) || words));

-- Who confirmed a matrix that breaks order, when, and exactly which pairs of its cells (P2); null where nothing had to be confirmed.
alter table severity_scheme add column confirmation json;

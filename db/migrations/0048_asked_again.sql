-- What is asked for while the same is being done may have come too late for that run: it is done once more, then.
alter table jobs add column again_at timestamptz;

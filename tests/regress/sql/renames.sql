-- Renames in merges: recorded by commits, told, and kept apart from what was dropped and made.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;
CREATE TABLE customers (id int PRIMARY KEY, mail varchar(80), fax text, CONSTRAINT has_at CHECK (mail LIKE '%@%'));
CREATE VIEW mailing AS SELECT id, mail FROM customers;
CREATE VIEW subjects AS SELECT message FROM pggit.log();
CREATE VIEW changes AS SELECT object_path, change_type FROM pggit.status();
INSERT INTO customers VALUES (1, 'ann@example.com', '12');
SELECT pggit.init();

-- A commit says what was renamed, net of detours, and nothing of what was made and dropped on the way.
ALTER TABLE customers RENAME mail TO detour;
ALTER TABLE customers RENAME detour TO email;
ALTER TABLE customers DROP fax;
ALTER TABLE customers ADD fax text;
ALTER TABLE customers RENAME fax TO telefax;
ALTER TABLE customers RENAME TO people;
SELECT length(pggit.commit(E'people\n\nReviewed-By: Ann'));
SELECT message FROM subjects LIMIT 1;
SELECT length(pggit_v0.create_branch('people'));

-- Back and forth the rows stay.
SELECT length(pggit.reset('HEAD~1', hard => true));
SELECT id, mail FROM customers;
SELECT * FROM changes;
ALTER TABLE customers ALTER mail SET DEFAULT '@', ADD since date;
COMMENT ON COLUMN customers.mail IS 'where to write';
CREATE VIEW others AS SELECT c.mail, upper(mail) AS loud FROM customers c WHERE mail > '';
SELECT length(pggit.commit('more'));
SELECT length(pggit_v0.create_branch('more'));
SELECT conflicts, conflict_objects FROM pggit_v0.merge_tree('main', 'people');
SELECT status, conflict_objects FROM pggit.merge('people');
SELECT id, email, since FROM people;
SELECT col_description('people'::regclass, 2), column_default FROM information_schema.columns WHERE table_name = 'people' AND column_name = 'email';
SELECT replace(pg_get_viewdef('others'::regclass), 'c.', '');
SELECT * FROM changes;
SELECT message FROM subjects LIMIT 1;
SELECT count(*) FROM pggit_v0.fsck();

-- The other way round, and where there is no live schema: the same tree but for the order of columns.
SELECT length(pggit_v0.create_branch('other', 'people'));
SELECT status FROM pggit.merge('more', 'other');
SELECT object_path, change_type FROM pggit.diff('main', 'other');
SELECT length(pggit.reset('people', hard => true));
SELECT status FROM pggit.merge('more');
SELECT object_path, change_type FROM pggit.diff('HEAD', 'other');
SELECT id, email, since FROM people;

-- A fast-forward, a revert, a cherry-pick, a stash, a rebase.
SELECT length(pggit.reset('people~1', hard => true));
SELECT status FROM pggit.merge('people');
SELECT id, email FROM people;
SELECT length(pggit.revert());
SELECT id, mail FROM customers;
SELECT length(pggit.cherry_pick('people'));
SELECT id, email FROM people;
SELECT length(pggit.reset('people~1', hard => true));
ALTER TABLE customers RENAME mail TO address;
SELECT length(pggit.stash('address'));
SELECT id, mail FROM customers;
ALTER TABLE customers ALTER mail SET NOT NULL;
SELECT status FROM pggit.stash_pop();
SELECT id, address FROM customers;
SELECT length(pggit.commit('address'));
SELECT length(pggit_v0.create_branch('address'));
SELECT status, conflict_objects FROM pggit.rebase('more');
SELECT id, address, since FROM customers;
SELECT * FROM changes;

-- Each side another name.
SELECT length(pggit.reset('people', hard => true));
SELECT status, conflict_objects FROM pggit.merge('address');
SELECT path, element, type, base, ours, theirs FROM pggit.conflicts;
SELECT pggit_v0.resolve_conflict('people', 'source');
SELECT status, conflict_objects FROM pggit.merge_continue();
SELECT id, address FROM people;
SELECT * FROM changes;
SELECT length(pggit.reset('people', hard => true));
SELECT status FROM pggit.merge('address');
ALTER TABLE people RENAME email TO address;
SELECT status, conflict_objects FROM pggit.merge_continue();
SELECT id, address FROM people;
SELECT length(pggit.reset('people', hard => true));
SELECT status FROM pggit.merge('address', strategy => 'ours');
SELECT id, email FROM people;

SELECT length(pggit.reset('people~1', hard => true));

-- Nothing was recorded: said beside the conflict, taken for a rename only when told.
ALTER EVENT TRIGGER pggit_ddl_command_end DISABLE;
ALTER TABLE customers RENAME mail TO email;
ALTER EVENT TRIGGER pggit_ddl_command_end ENABLE ALWAYS;
SELECT length(pggit.commit('unseen'));
SELECT message FROM subjects LIMIT 1;
SELECT length(pggit_v0.create_branch('unseen'));
SELECT status, conflict_objects FROM pggit.merge('more');
SELECT pggit.merge_abort();
SELECT status FROM pggit.merge('more', renames => ARRAY['customers.mail=post']);
\echo :SQLSTATE
SELECT status FROM pggit.merge('more', renames => ARRAY['customers.nothing=email']);
\echo :SQLSTATE
SELECT status FROM pggit.merge('more', renames => ARRAY[NULL]);
\echo :SQLSTATE
SELECT conflicts, conflict_objects FROM pggit_v0.merge_tree('main', 'more', p_renames => ARRAY['customers.mail=email']);
SELECT status, conflict_objects FROM pggit.merge('more', renames => ARRAY['customers.mail=email']);
SELECT id, email, since FROM customers;
SELECT message FROM subjects LIMIT 1;
SELECT * FROM changes;

-- What is told is kept while the merge waits.
SELECT length(pggit.reset('unseen', hard => true));
ALTER TABLE customers ADD since int;
SELECT length(pggit.commit('since'));
SELECT status, conflict_objects FROM pggit.merge('more', renames => ARRAY['customers.mail=email']);
SELECT pggit_v0.resolve_conflict('customers', 'target');
SELECT status, conflict_objects FROM pggit.merge_continue();
\d customers
SELECT * FROM changes;

-- What one renamed and the other dropped.
SET pggit.allow_data_loss = on;
SELECT length(pggit.reset('people~1', hard => true));
DROP VIEW mailing;
ALTER TABLE customers DROP mail;
SELECT length(pggit.commit('no mail'));
SELECT length(pggit_v0.create_branch('no_mail'));
-- (From 18 on NOT NULL is a constraint with a name, which needs the column.)
SELECT status, conflict_objects[1] FROM pggit.merge('address');
SELECT path, element, type, base, ours, theirs FROM pggit.conflicts WHERE type <> 'dependency';
SELECT pggit.merge_abort();
SELECT status FROM pggit.merge('address', strategy => 'theirs');
\d customers
SELECT * FROM changes;
SELECT count(*) FROM pggit_v0.fsck();

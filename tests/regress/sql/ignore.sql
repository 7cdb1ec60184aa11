-- What .pggit/ignore leaves out, whether everything is read or what changed.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;
CREATE TEMP VIEW st AS SELECT object_path, change_type FROM pggit.status() WHERE object_path <> 'x';
CREATE FUNCTION pg_temp.both() RETURNS TABLE (object_path text, change_type text, same boolean) LANGUAGE plpgsql AS $$
BEGIN
  SET pggit.read_everything = on;
  CREATE TEMP TABLE everything ON COMMIT DROP AS SELECT * FROM st;
  SET pggit.read_everything = off;
  RETURN QUERY SELECT coalesce(a.object_path, b.object_path), coalesce(a.change_type, b.change_type), a IS NOT DISTINCT FROM b
    FROM st a FULL JOIN everything b USING (object_path, change_type) ORDER BY 1;
END
$$;
SELECT * FROM pggit.ignore('tmp_*');
\echo :SQLSTATE
CREATE TABLE users (id int);
CREATE TABLE tmp_old (id int);
SELECT pggit.init();
CREATE TABLE tmp_new (id int);
SELECT * FROM pg_temp.both();

-- It is pending, in status and diff; what was committed before goes, the live object stays.
SELECT * FROM pggit.ignore('tmp_*');
SELECT * FROM pg_temp.both();
SELECT object_path, diff FROM pggit.diff() WHERE object_path LIKE '.pggit/%';
SELECT object_path FROM pggit.schema() WHERE object_path LIKE '%/tables/%';
SELECT object FROM pggit.omissions() WHERE reason = 'it matches .pggit/ignore';
SELECT pggit.commit('leave tmp_* out') IS NOT NULL AS committed;
SELECT path FROM pggit_v0.ls_tree('HEAD', true) ORDER BY 1;
SELECT convert_from(content, 'UTF8') FROM pggit_v0.cat_file('HEAD:.pggit/ignore');
SELECT * FROM pg_temp.both();
SELECT count(*) FROM pg_class WHERE relname LIKE 'tmp\_%' AND relkind = 'r';

-- Changes of what is left out, and what refers to it.
ALTER TABLE tmp_old ADD b text;
CREATE TABLE tmp_third (id int PRIMARY KEY);
DROP TABLE tmp_new;
ALTER TABLE tmp_old RENAME TO old_one;
ALTER TABLE users ADD email text;
CREATE VIEW tmp_users AS SELECT email FROM users;
SELECT * FROM pg_temp.both();
SELECT pggit.commit('a table comes back under another name') IS NOT NULL AS committed;
SELECT * FROM pg_temp.both();
ALTER TABLE users RENAME email TO mail;
ALTER TABLE old_one RENAME TO tmp_old;
SELECT * FROM pg_temp.both();
SELECT pggit.commit('again') IS NOT NULL AS committed;
SELECT * FROM pg_temp.both();

-- Later patterns win, and patterns can go.
SELECT * FROM pggit.ignore('!tmp_third');
SELECT * FROM pg_temp.both();
SELECT * FROM pggit.ignore('!tmp_third', true);
SELECT * FROM pggit.ignore('tmp_*', true);
SELECT * FROM pg_temp.both();
SELECT * FROM pggit.ignore('tmp_*', true);
\echo :SQLSTATE
SELECT pggit.ignore('a' || chr(10) || 'b');
\echo :SQLSTATE
SELECT pggit.ignore('');
\echo :SQLSTATE
-- The last pattern gone is the file gone.
SELECT pggit.commit('nothing is left out', ARRAY['.pggit/ignore']) IS NOT NULL AS committed;
SELECT * FROM pg_temp.both();
SELECT pggit.commit('nothing is left out') IS NOT NULL AS committed;
SELECT path FROM pggit_v0.ls_tree('HEAD', true) ORDER BY 1;
SELECT * FROM pg_temp.both();

-- Where the schema goes, its file goes along; what that leaves out stays as it is.
SELECT pggit.reset('HEAD~2', true) IS NOT NULL AS back;
SELECT * FROM pggit.ignore();
SELECT * FROM pg_temp.both();
SELECT relname FROM pg_class WHERE relname LIKE 'tmp\_%' AND relkind = 'r' ORDER BY 1;
SELECT pggit.undo() IS NOT NULL AS forth;
SELECT * FROM pggit.ignore();
SELECT * FROM pg_temp.both();
-- A file that is committed without what it leaves out: the tree has what its file leaves out.
SELECT * FROM pggit.ignore('tmp_*');
SELECT pggit.commit('the file alone', ARRAY['.pggit/ignore']) IS NOT NULL AS committed;
SELECT * FROM pg_temp.both();
SELECT pggit.reset('HEAD', true) IS NOT NULL AS there;
SELECT pggit.reset('HEAD~1', true) IS NOT NULL AS back;
SELECT pggit.reset('main@{1}', true) IS NOT NULL AS forth;
SELECT relname FROM pg_class WHERE relname LIKE 'tmp\_%' AND relkind = 'r' ORDER BY 1;
SELECT pggit.commit('the rest') IS NOT NULL AS committed;
SELECT * FROM pg_temp.both();
-- A reset that leaves the schema leaves the file.
SELECT * FROM pggit.ignore('scratch/');
SELECT pggit.reset('HEAD~1') IS NOT NULL AS back;
SELECT * FROM pggit.ignore();
SELECT pggit.reset('main@{1}') IS NOT NULL AS forth;
CREATE SCHEMA scratch CREATE TABLE t (id int);
SELECT * FROM pg_temp.both();
SELECT * FROM pggit_v0.fsck();

-- What is left out and known keeps its place in the store.
SELECT pggit.commit('scratch') IS NOT NULL AS committed;
SET pggit.gc_prune_expire = 'now';
SELECT count(*) > 0 AS removed FROM pggit.prune();
SELECT * FROM pg_temp.both();
SELECT * FROM pggit_v0.fsck();

CREATE ROLE regress_pggit_plain;
SET ROLE regress_pggit_plain;
SELECT pggit.ignore('x');
\echo :SQLSTATE
RESET ROLE;
DROP ROLE regress_pggit_plain;
DROP SCHEMA scratch CASCADE;
SELECT pggit.deinit();

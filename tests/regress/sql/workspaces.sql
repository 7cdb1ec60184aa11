-- A branch has its tables, types, functions and rows in schemas of its own.
\set SHOW_CONTEXT never
CREATE EXTENSION citext;
CREATE EXTENSION pggit;
CREATE SCHEMA "Odd ""s";
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email citext UNIQUE, mood mood DEFAULT 'ok', moods mood[],
  loud text GENERATED ALWAYS AS (upper(email::text)) STORED, CHECK (email <> ''));
CREATE TABLE "Odd ""s"."Or,der" (id serial PRIMARY KEY, "user" int REFERENCES users ON DELETE CASCADE);
CREATE FUNCTION mail(u users) RETURNS text LANGUAGE sql STABLE SET search_path = public RETURN (u).email::text;
CREATE VIEW mails AS SELECT u.id, mail(u.*) FROM users u JOIN "Odd ""s"."Or,der" o ON o."user" = u.id;
CREATE MATERIALIZED VIEW counted AS SELECT count(*) FROM users;
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'no'; END$$;
CREATE TABLE parts (id int, k text) PARTITION BY LIST (k);
CREATE TABLE parts_a PARTITION OF parts FOR VALUES IN ('a');
INSERT INTO users (email, mood, moods) SELECT 'u' || i, 'sad', '{sad,ok}' FROM generate_series(1, 3) i;
INSERT INTO "Odd ""s"."Or,der" ("user") VALUES (1), (3);
INSERT INTO parts VALUES (1, 'a');
REFRESH MATERIALIZED VIEW counted;
CREATE TRIGGER refuse BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE ROLE regress_pggit_reader;
GRANT SELECT ON users TO regress_pggit_reader;
ALTER TABLE parts_a OWNER TO regress_pggit_reader;
SELECT pggit.init();

SELECT length(pggit.create_branch('we''re/"x".y'));
SELECT branch, logical_schema, physical_schema FROM pggit.workspaces ORDER BY 2;
SELECT object_path FROM pggit.status();
SELECT physical_schema AS main FROM pggit.workspaces WHERE logical_schema = 'public' \gset
SELECT physical_schema AS odd FROM pggit.workspaces WHERE logical_schema <> 'public' \gset
SELECT * FROM :"main".users ORDER BY id;
SELECT * FROM :"odd"."Or,der" ORDER BY id;
SELECT * FROM :"main".parts_a;
SELECT * FROM :"main".mails ORDER BY id;
SELECT * FROM :"main".counted;
SELECT last_value, is_called FROM :"main".users_id_seq;
SELECT relowner::regrole, replace(relacl::text, 'Dxtm/', 'Dxt/') AS relacl FROM pg_class WHERE relnamespace = :'main'::regnamespace AND relname IN ('users', 'parts_a') ORDER BY relname;
INSERT INTO :"main".users (email) VALUES ('x');

-- Nothing in it leads back to where it came from.
SELECT pg_describe_object(classid, objid, objsubid) AS thing, pg_describe_object(refclassid, refobjid, refobjsubid) AS needs
FROM pg_depend, pg_identify_object(classid, objid, objsubid) AS t, pg_identify_object(refclassid, refobjid, refobjsubid) AS n
WHERE t.schema LIKE 'pggit\_branch\_%' AND n.schema IN ('public', 'Odd "s')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = pg_depend.refclassid AND e.objid = pg_depend.refobjid AND e.deptype = 'e')
  AND n.identity NOT LIKE 'public.citext%';

-- Without rows, and what is refused.
SELECT length(pggit.create_branch('empty', 'main', 'none'));
SELECT count(*) FROM pggit_branch_empty.users;
SELECT last_value, is_called FROM pggit_branch_empty.users_id_seq;
SELECT pggit.create_branch('other', 'main', 'sample');
SELECT pggit.create_branch('other', 'main', 'all');
SELECT pggit.create_branch('empty');

-- Of an older revision, rows come where tables are what they were.
ALTER TABLE parts ADD n int;
SELECT length(pggit.commit('n'));
SELECT length(pggit.create_branch('older', 'main~1'));
SELECT count(*) FROM pggit_branch_older.parts;
SELECT count(*) FROM pggit_branch_older.users;

SET ROLE regress_pggit_reader;
SELECT pggit.create_branch('mine');
SELECT count(*) FROM pggit_branch_empty.users;
SELECT * FROM pggit_branch_empty.counted;
RESET ROLE;

SELECT pggit_v0.delete_branch('empty', true);
SELECT nspname FROM pg_namespace WHERE nspname LIKE 'pggit\_branch\_empty%';
SELECT DISTINCT branch FROM pggit.workspaces ORDER BY 1;
SELECT count(*) FROM pggit.history;

-- Tables that refer to one that stays empty stay empty, too.
CREATE TABLE visits (id int, "user" int REFERENCES users);
INSERT INTO visits VALUES (1, 1);
SELECT length(pggit.commit('visits'));
ALTER TABLE users ADD bio text;
SELECT length(pggit.create_branch('behind'));
SELECT count(*) FROM pggit_branch_behind.visits;
ALTER TABLE users DROP bio;

-- Work on a branch, in the names that it has for things.
SELECT pggit.switch_branch('behind');
ALTER TABLE users ADD bio text;
CREATE TABLE notes (id int PRIMARY KEY, "user" int REFERENCES public.users);
DROP VIEW mails;
SELECT object_path, change_type, attributed_to, statement FROM pggit.status();
SELECT length(pggit.stash());
SELECT object_path FROM pggit.status();
SELECT status FROM pggit.stash_pop();
SELECT length(pggit.commit('notes and bio'));
SELECT pggit.restore('mails', 'HEAD~1');
SELECT length(pggit.commit('mails again'));
SELECT object_path, change_type FROM pggit.status();
SELECT branch, command_tag, object_identities, statement FROM pggit.history WHERE branch <> 'main' ORDER BY executed_at, position;
SELECT branch_name, is_current, is_protected, cardinality(schemas) FROM pggit.list_branches();

-- What main did meanwhile comes by a merge, what lies in no schema by being there.
SELECT pggit.switch_branch('main');
CREATE EXTENSION hstore;
CREATE SCHEMA fresh;
CREATE TABLE fresh.h (h public.hstore);
SELECT length(pggit.commit('hstore'));
SELECT pggit.switch_branch('behind');
SELECT object_path FROM pggit.status();
SELECT status FROM pggit.merge('main');
SELECT object_path FROM pggit.status();
SELECT logical_schema, physical_schema FROM pggit.workspaces WHERE branch = 'behind' ORDER BY 1;
INSERT INTO fresh.h VALUES ('a=>1');
SELECT pggit.switch_branch('main');
SELECT status FROM pggit.merge('behind');
SELECT count(*) FROM fresh.h;
SELECT object_path FROM pggit.status();

-- Another name, made again, gone.
SELECT pggit.rename_branch('behind', 'ahead');
SELECT pggit.rename_branch('main', 'trunk');
SELECT pggit.rename_branch('ahead', 'older');
SELECT pggit.rename_branch('nothing', 'other');
SELECT pggit.protect_branch('ahead');
SELECT pggit.rename_branch('ahead', 'other');
SELECT pggit.delete_branch('ahead', true);
SELECT pggit.unprotect_branch('ahead');
SELECT pggit.switch_branch('ahead');
INSERT INTO notes VALUES (1);
CREATE TABLE lost (i int);
SELECT length(pggit.rebuild_branch('ahead'));
SELECT * FROM notes;
SELECT * FROM fresh.h;
SELECT * FROM lost;
SELECT object_path FROM pggit.status();
SELECT pggit.rebuild_branch('main');
SELECT pggit.delete_branch('ahead');
SELECT pggit.switch_branch('main');
SET pggit.current_branch = ahead;
CREATE TABLE open (i int);
RESET pggit.current_branch;
SELECT pggit.delete_branch('ahead');
SELECT details FROM pggit.doctor() WHERE check_name = 'workspaces';
CREATE SCHEMA pggit_branch_nobodys;
SELECT object_path FROM pggit.status();
SELECT status, details, hint FROM pggit.doctor() WHERE check_name = 'workspaces';
DROP SCHEMA pggit_branch_nobodys;
SELECT pggit.delete_branch('ahead', force => true);
SELECT pggit.delete_branch('main', force => true);
-- What is outside of a branch and needs it does not go with it unasked.
SELECT length(pggit.create_branch('used'));
CREATE VIEW public.uses AS SELECT id FROM pggit_branch_used.users;
CREATE TABLE public.of_its_type (m pggit_branch_used.mood);
CREATE FUNCTION public.takes_it(pggit_branch_used.users) RETURNS int LANGUAGE sql RETURN 1;
SELECT pggit.delete_branch('used');
SELECT pggit.rebuild_branch('used');
DROP TABLE public.of_its_type;
DROP FUNCTION public.takes_it;
SET client_min_messages = error;
SELECT pggit.delete_branch('used', force => true);
RESET client_min_messages;
SELECT to_regclass('public.uses');

DROP SCHEMA pggit_branch_older CASCADE;
SELECT status, details, hint FROM pggit.doctor() WHERE check_name = 'workspaces';
SELECT length(pggit.rebuild_branch('older'));
SELECT pggit.deinit();

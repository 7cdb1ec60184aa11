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
SELECT relowner::regrole, relacl FROM pg_class WHERE relnamespace = :'main'::regnamespace AND relname IN ('users', 'parts_a') ORDER BY relname;
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

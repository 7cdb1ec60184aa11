-- A session on a branch sees the branch's objects under the names it always used.
\set SHOW_CONTEXT never
SET client_min_messages = warning;
CREATE EXTENSION pggit;
CREATE SCHEMA app;
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE users (id int PRIMARY KEY, name text, mood mood DEFAULT 'ok');
CREATE TABLE app.orders (id int PRIMARY KEY, user_id int REFERENCES users);
CREATE TABLE only_main (a int);
CREATE FUNCTION greet(i int) RETURNS text LANGUAGE sql AS $$SELECT 'hello ' || name FROM public.users WHERE id = i$$;
CREATE FUNCTION add_user(i int, n text) RETURNS void LANGUAGE plpgsql SET search_path = public AS $$BEGIN INSERT INTO users VALUES (i, n); END$$;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN NEW.name := NEW.name || '*'; RETURN NEW; END$$;
CREATE TRIGGER stamp BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE VIEW names AS SELECT name FROM users;
INSERT INTO users VALUES (1, 'main');
SELECT pggit.init();
SELECT length(pggit.create_branch('x'));
SELECT length(pggit.create_branch('feature/y'));
SET client_min_messages = notice;

-- Names of every kind, with the schema and without.
SELECT pggit.current_branch();
SELECT pggit.switch_branch('x');
SELECT pggit.current_branch(), current_schema();
SHOW search_path;
UPDATE public.users SET name = 'branch' WHERE id = 1;
SELECT u.name, public.users.name, greet(1), public.greet(1) FROM users u, public.users;
SELECT * FROM names; SELECT * FROM public.names;
SELECT 'public.users'::regclass = 'users'::regclass AS same, 'users'::regclass::oid = (SELECT oid FROM pg_class
  WHERE relname = 'users' AND relnamespace = 'pggit_branch_x'::regnamespace) AS its_own;
SELECT pg_typeof('ok'::public.mood) = pg_typeof('ok'::mood) AS same, 'public.greet(int)'::regprocedure, to_regtype('public.users');
INSERT INTO public.users VALUES (2, 'two') ON CONFLICT ON CONSTRAINT users_pkey DO NOTHING RETURNING *;
SELECT add_user(3, 'three');
INSERT INTO app.orders VALUES (1, 3);
INSERT INTO app.orders VALUES (2, 99);
DELETE FROM public.users WHERE id = 3;
COPY public.users (id, name) FROM stdin;
4	four
\.
COPY public.users TO stdout;
SELECT (u).id, u.*::public.users FROM public.users u ORDER BY 1;

-- DDL, and names that only the branch has.
ALTER TABLE public.users ADD COLUMN mail text;
CREATE TABLE public.fresh (id int REFERENCES public.users, m public.mood);
CREATE INDEX ON public.fresh (id);
CREATE VIEW public.both AS SELECT u.mail FROM public.users u JOIN fresh f USING (id);
CREATE FUNCTION public.fresh_one() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE public.pair AS (a int, b public.mood);
CREATE SEQUENCE public.counter;
CREATE TABLE copied (LIKE public.users INCLUDING ALL);
SELECT public.fresh_one(), nextval('public.counter'), ROW(1, 'ok')::public.pair;
INSERT INTO fresh VALUES (1, 'ok');
SELECT * FROM public.fresh, public.both;
COMMENT ON TABLE public.users IS 'of the branch';
ALTER TABLE only_main RENAME TO renamed;
SELECT * FROM public.only_main;
SELECT * FROM only_main;
TRUNCATE public.renamed;
LOCK TABLE ONLY public.users;
EXPLAIN (COSTS OFF) SELECT * FROM public.users WHERE id = 1;
ANALYZE public.users;
DROP FUNCTION public.add_user;
SELECT add_user(9, 'nine');
SELECT DISTINCT relnamespace::regnamespace FROM pg_class WHERE relname IN ('fresh', 'both', 'counter', 'copied', 'renamed', 'fresh_id_idx');
-- Nothing of the branch leads to main.
SELECT pg_describe_object(d.classid, d.objid, d.objsubid) FROM pg_depend d
JOIN pg_class c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid AND c.relnamespace = 'pggit_branch_x'::regnamespace
JOIN pg_class r ON d.refclassid = 'pg_class'::regclass AND r.oid = d.refobjid AND r.relnamespace NOT IN ('pggit_branch_x'::regnamespace, 'pg_catalog'::regnamespace);

-- Main has seen nothing of it; nor has the other branch.
SELECT pggit.checkout('main');
SELECT * FROM public.users;
SELECT * FROM fresh;
SELECT obj_description('public.users'::regclass);
SELECT pggit.switch_branch('feature/y');
SELECT * FROM public.users; SELECT * FROM app.orders;
SELECT * FROM public.fresh;
SELECT greet(1), public.greet(1);

-- The setting is one like any other.
RESET pggit.current_branch;
BEGIN;
SET LOCAL pggit.current_branch = 'x';
SELECT count(*) FROM users;
COMMIT;
SELECT count(*) FROM users;
BEGIN;
SAVEPOINT s;
SET pggit.current_branch = 'x';
SELECT count(*) FROM public.users;
ROLLBACK TO s;
SELECT count(*) FROM public.users;
SET pggit.current_branch = 'x';
SELECT count(*) FROM public.users;
ROLLBACK;
SELECT count(*) FROM public.users;
SET pggit.current_branch = 'x';
SET search_path = app, public;
SELECT count(*) FROM users; SELECT count(*) FROM orders;
RESET search_path;
DISCARD ALL;
SELECT pggit.current_branch();
SELECT count(*) FROM public.users;
SELECT set_config('pggit.current_branch', 'x', false);
SELECT count(*) FROM public.users;
SET pggit.current_branch = '';
SELECT pggit.current_branch(); SELECT count(*) FROM public.users;
-- A statement sees what it began with.
SELECT pggit.switch_branch('x'), (SELECT count(*) FROM users);
SELECT count(*) FROM users;

-- Prepared statements and functions go with the session.
PREPARE one AS SELECT name FROM public.users WHERE id = 1;
EXECUTE one;
SELECT pggit.switch_branch('main');
EXECUTE one;
SELECT pggit.switch_branch('feature/y');
EXECUTE one;
DO $$
DECLARE b text; n text;
BEGIN
  FOREACH b IN ARRAY '{x,main,feature/y,x}'::text[] LOOP
    PERFORM pggit.switch_branch(b);
    SELECT count(*) INTO n FROM public.users;
    RAISE NOTICE '%: % users', b, n;
  END LOOP;
END
$$;
PREPARE all_of AS SELECT * FROM public.users;
SELECT pggit.switch_branch('main');
EXECUTE all_of;

-- A branch that is not there, or has no workspace, is an error at the first use, never main.
SET pggit.current_branch = 'nowhere';
SELECT 1;
SELECT * FROM users;
SELECT * FROM public.users;
EXECUTE one;
SELECT pggit.switch_branch('nowhere');
SELECT pggit.current_branch();
RESET pggit.current_branch;
SELECT length(pggit_v0.create_branch('ref'));
SET pggit.current_branch = 'ref';
SELECT * FROM users;
SELECT * FROM public.users;
CREATE TABLE nowhere ();
CREATE TABLE public.nowhere ();
SELECT pggit.switch_branch('ref');
SELECT * FROM public.users;
SELECT pggit.switch_branch('main');
SELECT pggit.switch_branch('');

-- Strict: what has a schema is refused.
SELECT pggit.switch_branch('x');
SET pggit.routing = strict;
SELECT * FROM public.users;
SELECT public.greet(1);
CREATE TABLE public.strict ();
DROP TABLE public.users;
INSERT INTO users VALUES (5);
SELECT count(*) FROM users;
RESET pggit.routing;
SELECT count(*) FROM public.users;

-- Schemas of the branch's own.
CREATE SCHEMA more CREATE TABLE first (a int);
CREATE SCHEMA IF NOT EXISTS more;
CREATE TABLE more.second AS SELECT 2 AS b;
SELECT * FROM more.first, more.second;
SET search_path = more;
SELECT * FROM second;
RESET search_path;
ALTER SCHEMA more OWNER TO CURRENT_USER;
COMMENT ON SCHEMA more IS 'of the branch';
GRANT USAGE ON SCHEMA more TO PUBLIC;
CREATE SCHEMA gone;
DROP SCHEMA gone;
CREATE TABLE gone.t ();
BEGIN;
DROP SCHEMA app CASCADE;
CREATE SCHEMA app;
CREATE TABLE app.other ();
SELECT * FROM app.other;
SELECT * FROM app.orders;
ROLLBACK;
SELECT count(*) FROM app.orders;
SELECT logical_schema, physical_schema FROM pggit.workspaces WHERE branch = 'x' ORDER BY 1;
SELECT pggit.switch_branch('main');
SELECT * FROM more.first;
CREATE SCHEMA more;
CREATE TABLE more.second AS SELECT 'main' AS b;
SELECT * FROM more.second;
SELECT pggit.switch_branch('x');
SELECT * FROM more.second;

-- What a database has once, and what a branch cannot have.
ALTER SCHEMA app RENAME TO other;
CREATE EXTENSION citext;
SELECT 'A'::citext = 'a';
SELECT 'A'::public.citext = 'a'::public.citext, NULL::public.citext[];
CREATE TABLE public.mails (mail public.citext PRIMARY KEY, other citext[]);
SELECT a.atttypid::regtype, t.typnamespace::regnamespace FROM pg_attribute a JOIN pg_type t ON t.oid = atttypid WHERE attrelid = 'mails'::regclass AND attnum > 0;
SELECT to_regtype('public.citext'), to_regtype('citext'), to_regtype('public.nothing');
-- With an extension there, main's schema is searched too; what only main has is not found all the same.
SELECT * FROM only_main;
SELECT 'only_main'::regclass;
CREATE TABLE l (LIKE only_main);
CREATE TABLE i () INHERITS (only_main);
DROP FUNCTION greet(int);
CREATE FUNCTION greet(i bigint) RETURNS text LANGUAGE sql AS $$SELECT 'big'$$;
SELECT greet(1);
SELECT public.greet(1), greet(1::bigint);
DROP TABLE mails;
DROP EXTENSION citext;
SELECT greet(1);
SELECT pggit.switch_branch('main');
SELECT count(*) FROM public.only_main;
DROP SCHEMA app CASCADE;
SELECT pggit.switch_branch('x');
SELECT count(*) FROM app.orders;
SELECT pggit.switch_branch('main');

-- What main has had since is not the branch's, unless it is nobody's to version.
CREATE SCHEMA later; CREATE TABLE later.t AS SELECT 1 AS i;
CREATE SCHEMA scratch; CREATE TABLE scratch.t AS SELECT 1 AS i;
SELECT count(*) FROM pggit.ignore('scratch');
SELECT pggit.switch_branch('x');
SELECT * FROM later.t;
SELECT * FROM scratch.t;
DROP SCHEMA scratch CASCADE;
DROP SCHEMA later CASCADE;

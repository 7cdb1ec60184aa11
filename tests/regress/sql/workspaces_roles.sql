-- Who may make a branch, and what roles get by one: no more than they have on main.
\set SHOW_CONTEXT never
CREATE ROLE regress_pggit_owner;
CREATE ROLE regress_pggit_app;
CREATE ROLE regress_pggit_dev;
GRANT regress_pggit_app TO regress_pggit_owner;
CREATE EXTENSION pggit;
DO $$BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO regress_pggit_owner', current_database()); END$$;
SET SESSION AUTHORIZATION regress_pggit_owner;
CREATE SCHEMA app AUTHORIZATION regress_pggit_app;
GRANT USAGE ON SCHEMA app TO regress_pggit_dev;
CREATE TABLE users (id serial PRIMARY KEY, name text, secret text);
GRANT SELECT (id, name) ON users TO regress_pggit_dev;
GRANT INSERT ON users TO regress_pggit_dev WITH GRANT OPTION;
CREATE TABLE hidden (id int, who name);
INSERT INTO users (name, secret) VALUES ('Ann', 'x');
INSERT INTO hidden VALUES (1, 'regress_pggit_dev'), (2, 'nobody');
ALTER TABLE hidden ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON hidden USING (who = current_user);
GRANT SELECT ON hidden TO regress_pggit_dev;
SET SESSION AUTHORIZATION regress_pggit_app;
CREATE TABLE app.of_app (i int);
CREATE FUNCTION app.of_app() RETURNS int LANGUAGE sql RETURN 1;
REVOKE EXECUTE ON FUNCTION app.of_app FROM PUBLIC;
SET SESSION AUTHORIZATION regress_pggit_owner;
SELECT pggit.init();
SELECT length(pggit.create_branch('b'));

-- Owners and privileges are those of the originals.
SELECT n.nspname, pg_get_userbyid(n.nspowner), n.nspacl FROM pg_namespace n WHERE n.nspname LIKE 'pggit\_branch\_b%' ORDER BY 1;
SELECT c.relname, pg_get_userbyid(c.relowner) = pg_get_userbyid(o.relowner) AS same_owner, c.relacl IS NOT DISTINCT FROM o.relacl AS same_privileges,
  c.relrowsecurity
FROM pg_class c JOIN pggit.workspaces w ON c.relnamespace = w.physical_schema::regnamespace
JOIN pg_class o ON o.relname = c.relname AND o.relnamespace = w.logical_schema::regnamespace
WHERE c.relkind IN ('r', 'S') ORDER BY 1;
SELECT proacl FROM pg_proc WHERE proname = 'of_app' AND pronamespace = 'pggit_branch_b_app'::regnamespace;

-- Who has no right on main has none on the branch.
SET SESSION AUTHORIZATION regress_pggit_dev;
SELECT pggit.switch_branch('b');
SELECT id, name FROM users;
SELECT secret FROM users;
SELECT secret FROM pggit_branch_b.users;
SELECT * FROM hidden;
SELECT app.of_app();
SELECT * FROM app.of_app;
CREATE TABLE mine (i int);
DROP TABLE users;
SELECT pggit.commit('mine');
SELECT pggit.create_branch('mine');
SELECT pggit.rename_branch('b', 'mine');
SELECT pggit.rebuild_branch('b');
SELECT pggit.delete_branch('b', true);
INSERT INTO pggit.workspaces VALUES ('b', 'mine', 'pggit_branch_mine');
SELECT pggit.switch_branch('main');

-- Rows that their owner may not see make it fail; so does a table that whoever asks may not read.
SET SESSION AUTHORIZATION regress_pggit_owner;
ALTER TABLE hidden FORCE ROW LEVEL SECURITY;
SELECT length(pggit.commit('forced'));
SELECT pggit.create_branch('forced');
ALTER TABLE hidden NO FORCE ROW LEVEL SECURITY;
SELECT length(pggit.commit('not forced'));
RESET SESSION AUTHORIZATION;
CREATE TABLE of_postgres (i int);
SET SESSION AUTHORIZATION regress_pggit_owner;
SELECT length(pggit.commit('of postgres'));
SELECT pggit.create_branch('c');
\set VERBOSITY sqlstate
SELECT pggit.create_branch('c', data => 'none');
RESET SESSION AUTHORIZATION;
GRANT SELECT ON of_postgres TO regress_pggit_owner;
SET SESSION AUTHORIZATION regress_pggit_owner;
SELECT length(pggit.commit('readable'));
SELECT pggit.create_branch('c');
\set VERBOSITY default
SELECT DISTINCT branch FROM pggit.workspaces;

-- Default privileges have no say.
ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO regress_pggit_dev;
RESET SESSION AUTHORIZATION;
DROP TABLE of_postgres;
SET SESSION AUTHORIZATION regress_pggit_owner;
SELECT length(pggit.commit('defaults'));
SELECT length(pggit.create_branch('d'));
SELECT replace(relacl::text, 'Dxtm/', 'Dxt/') AS relacl FROM pg_class WHERE oid = 'pggit_branch_d.users'::regclass;
SELECT secret FROM users;

-- What a table computes for a row runs as its owner, whoever makes the branch, and cannot get out of that.
SET SESSION AUTHORIZATION regress_pggit_app;
CREATE FUNCTION app.who(i int) RETURNS text LANGUAGE plpgsql AS $$BEGIN RETURN current_user; END$$;
CREATE FUNCTION app.out(i int) RETURNS boolean LANGUAGE plpgsql AS $$BEGIN
  IF i > 1 THEN RESET ROLE; SET SESSION AUTHORIZATION DEFAULT; END IF; RETURN true; END$$;
ALTER FUNCTION app.who IMMUTABLE;
CREATE TABLE app.computed (i int, who text GENERATED ALWAYS AS (app.who(i)) STORED);
INSERT INTO app.computed VALUES (1);
CREATE TABLE app.checked (i int CHECK (app.out(i)));
INSERT INTO app.checked VALUES (1);
RESET SESSION AUTHORIZATION;
SELECT length(pggit.commit('computed'));
SELECT length(pggit.create_branch('e'));
SELECT * FROM pggit_branch_e_app.computed;
INSERT INTO app.checked VALUES (2);
SELECT pggit.create_branch('f');
SELECT current_user = session_user AS same;
-- A table that hides rows from its owner goes along where nothing of it runs.
DELETE FROM app.checked WHERE i = 2;
ALTER TABLE hidden FORCE ROW LEVEL SECURITY;
SELECT length(pggit.commit('forced again'));
SELECT length(pggit.create_branch('f'));
SELECT count(*) FROM pggit_branch_f.hidden;
ALTER TABLE hidden ADD CHECK (id > 0);
SELECT length(pggit.commit('forced and checked'));
SELECT pggit.create_branch('g');

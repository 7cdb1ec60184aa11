-- What the event triggers note of DDL, and pggit.history.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;
CREATE TABLE before_init (i int);
SELECT pggit.init();
SELECT evtname, evtevent, evtenabled, evttags FROM pg_event_trigger ORDER BY 1;
SELECT count(*) FROM pggit.history;
CREATE VIEW log AS SELECT command_tag, object_types AS types, object_identities AS objects, object_paths AS paths, statement
  FROM pggit.history ORDER BY recorded_at, transaction_id, position;

-- Who, where, when.
SET application_name = 'a test';
CREATE TABLE users (id int PRIMARY KEY, name text);
SELECT executed_by = session_user AS me, acting_as = current_user AS myself, application_name, backend_pid = pg_backend_pid() AS mine,
  client_address IS NOT DISTINCT FROM inet_client_addr() AS from_here, executed_at <= recorded_at AS in_order,
  recorded_at BETWEEN now() - interval '1 minute' AND now() AS just_now, transaction_id < pg_current_xact_id() AS done, position
FROM pggit.history WHERE statement LIKE 'CREATE TABLE users%';

-- Parts are noted with the definition they stand in.
ALTER TABLE users ADD email text, ADD CONSTRAINT some_email CHECK (email <> '');
CREATE INDEX users_email ON users (email);
COMMENT ON COLUMN users.email IS 'where letters go';
CREATE TABLE orders (id int, user_id int REFERENCES users);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER stamp BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE POLICY "p on x.y" ON users USING (true);
CREATE VIEW v AS SELECT u.id FROM users u, users w;
CREATE RULE nothing AS ON DELETE TO v DO INSTEAD NOTHING;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM users;
CREATE INDEX mv_id ON mv (id);
REFRESH MATERIALIZED VIEW mv;
CREATE DOMAIN positive AS int;
ALTER DOMAIN positive ADD CONSTRAINT over_zero CHECK (VALUE > 0);
CREATE TYPE mood AS ENUM ('sad');
ALTER TYPE mood ADD VALUE 'happy';
CREATE FUNCTION f(a int, b text, c mood[]) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE CAST (mood AS int) WITH INOUT;
CREATE SCHEMA "Strange/Schema" CREATE TABLE "T" (i int) CREATE VIEW v AS SELECT 1 AS one;
GRANT SELECT ON users, v TO PUBLIC;
GRANT EXECUTE ON FUNCTION f(int, text, mood[]) TO PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA "Strange/Schema" TO PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
SELECT * FROM log OFFSET 2;

-- What is renamed or moved is noted under both names.
SELECT max(recorded_at) AS mark FROM pggit.history \gset
ALTER TABLE users RENAME TO people;
ALTER TABLE people RENAME COLUMN email TO mail;
ALTER TABLE people RENAME CONSTRAINT some_email TO some_mail;
ALTER INDEX users_email RENAME TO people_mail;
ALTER FUNCTION f(int, text, mood[]) RENAME TO g;
ALTER VIEW v SET SCHEMA "Strange/Schema";
\echo :SQLSTATE
ALTER VIEW v RENAME TO w;
ALTER VIEW w SET SCHEMA "Strange/Schema";
ALTER SCHEMA "Strange/Schema" RENAME TO plain;
ALTER TYPE mood RENAME TO feeling;

-- What is dropped, and with it parts of others.
DROP INDEX people_mail;
DROP TABLE people CASCADE;
DROP FUNCTION stamp();
DROP DOMAIN positive;
DROP SCHEMA plain CASCADE;
SELECT command_tag, types, objects, paths, statement FROM (
  SELECT command_tag, object_types AS types, object_identities AS objects, object_paths AS paths, statement, recorded_at
  FROM pggit.history WHERE recorded_at > :'mark' ORDER BY recorded_at) AS later;

-- What changes no definition, or is temporary, is not noted.
SELECT max(recorded_at) AS mark FROM pggit.history \gset
CREATE VIEW later AS SELECT position, command_tag, object_identities AS objects, statement
  FROM pggit.history WHERE recorded_at > (SELECT recorded_at FROM pggit.history WHERE statement LIKE 'CREATE VIEW later%') ORDER BY recorded_at, position;
CREATE TEMP TABLE scratch (id serial PRIMARY KEY);
CREATE INDEX ON scratch (id);
ALTER TABLE scratch ADD a int;
GRANT SELECT ON scratch TO PUBLIC;
CREATE TABLE IF NOT EXISTS orders (i int);
DROP TABLE IF EXISTS nothing_there;
DROP TABLE scratch;
INSERT INTO orders VALUES (1);
TRUNCATE orders;
CREATE ROLE regress_pggit_other;
SELECT * FROM later;

-- Transactions and savepoints.
BEGIN;
CREATE TABLE rolled_back (i int);
ROLLBACK;
BEGIN;
CREATE TABLE a (i int);
SAVEPOINT one;
CREATE TABLE b (i int);
SAVEPOINT two;
CREATE TABLE c (i int);
RELEASE two;
ROLLBACK TO one;
CREATE TABLE d (i int);
SAVEPOINT three;
DROP TABLE d;
RELEASE three;
SELECT count(*) AS not_yet FROM later;
COMMIT;
DO $$
BEGIN
  BEGIN
    CREATE TABLE e (i int);
    RAISE 'no';
  EXCEPTION WHEN raise_exception THEN
    CREATE TABLE f (i int);
  END;
  EXECUTE 'CREATE TABLE g (i int)';
END $$;
SELECT * FROM later;

-- The text: of one command out of several, of what a function runs, of what led to it.
CREATE VIEW latest AS SELECT command_tag, statement FROM pggit.history WHERE recorded_at = (SELECT max(recorded_at) FROM pggit.history) ORDER BY position;
CREATE TABLE h (i int)  ;  ALTER TABLE h /* two */ ADD j int \; DROP TABLE h;
SELECT * FROM latest;
CREATE FUNCTION makes(name text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE format('CREATE TABLE %I (i int)', name); END $$;
SELECT makes('made by "makes"');
SELECT * FROM latest;
CREATE FUNCTION makes_in_sql(secret text) RETURNS void LANGUAGE sql AS 'CREATE TABLE in_sql (i int)';
SELECT makes_in_sql('my secret');
SELECT * FROM latest;
PREPARE p AS SELECT makes($1);
EXECUTE p('prepared');
SELECT * FROM latest;
CREATE TABLE as_query AS SELECT 1 AS one;
SELECT * FROM latest;
SELECT 2 AS two INTO selected;
SELECT * FROM latest;

-- Secrets are not kept.
CREATE FOREIGN DATA WRAPPER wrapper;
CREATE SERVER server FOREIGN DATA WRAPPER wrapper OPTIONS (host 'h', password 'hush');
CREATE USER MAPPING FOR PUBLIC SERVER server OPTIONS (user 'joe', password 'hush');
ALTER USER MAPPING FOR PUBLIC SERVER server OPTIONS (SET password 'hush');
DO $$ BEGIN ALTER SERVER server OPTIONS (SET password 'hush'); CREATE ROLE regress_pggit_secret PASSWORD 'hush'; END $$;
SET client_min_messages = error; -- The warning reads differently on 18.
CREATE SUBSCRIPTION s CONNECTION 'host=h password=hush' PUBLICATION p WITH (connect = false, slot_name = NONE);
RESET client_min_messages;
SELECT statement FROM later WHERE command_tag ~ 'SERVER|MAPPING|SUBSCRIPTION|WRAPPER';
SELECT count(*) FROM pggit.history WHERE statement LIKE '%hush%';
DROP SUBSCRIPTION s;

-- An extension is one command, whatever its script does.
CREATE EXTENSION citext;
SELECT * FROM latest;
DROP EXTENSION citext;
SELECT * FROM latest;

-- Every command is noted, also where triggers are held back.
SET session_replication_role = replica;
CREATE TABLE replicated (i int);
RESET session_replication_role;
SELECT * FROM latest;

-- A role without any right on pggit's things runs DDL as ever, and is noted by its name.
REVOKE ALL ON SCHEMA pggit, pggit_v0 FROM PUBLIC;
CREATE SCHEMA theirs AUTHORIZATION regress_pggit_other;
SET ROLE regress_pggit_other;
CREATE TABLE theirs.t (i int);
ALTER TABLE theirs.t ADD j int;
DROP TABLE theirs.t;
INSERT INTO pggit_v0.ddl_log DEFAULT VALUES;
\echo :SQLSTATE
SELECT pggit_v0.capture_ddl();
\echo :SQLSTATE
RESET ROLE;
GRANT USAGE ON SCHEMA pggit, pggit_v0 TO PUBLIC;
SELECT executed_by = session_user AS me, acting_as, statement FROM pggit.history WHERE statement LIKE '%theirs.t%' ORDER BY recorded_at;
SET ROLE regress_pggit_other;
SELECT count(*) > 10 AS readable FROM pggit.history;
RESET ROLE;

-- The record does not change.
UPDATE pggit_v0.ddl_log SET statement = '';
\echo :SQLSTATE
DELETE FROM pggit_v0.ddl_log;
\echo :SQLSTATE
TRUNCATE pggit_v0.ddl_log;
\echo :SQLSTATE
UPDATE pggit.history SET statement = '';
\echo :SQLSTATE
SELECT pggit_v0.capture_ddl();
\echo :SQLSTATE

-- A transaction that ends read-only, and one that has a table of another shape to write to.
BEGIN;
CREATE TABLE read_only (i int);
SET TRANSACTION READ ONLY;
COMMIT;
SELECT * FROM latest;
BEGIN;
DROP VIEW log, later, latest;
ALTER TABLE pggit_v0.ddl_log ADD one_more int;
CREATE TABLE unnoted (i int);
COMMIT;
SELECT count(*) AS made FROM pg_class WHERE relname = 'unnoted';
ALTER TABLE pggit_v0.ddl_log DROP one_more;
SELECT count(*) AS there FROM pggit.history WHERE statement LIKE '%unnoted%';
DROP EXTENSION pggit CASCADE;
CREATE EXTENSION pggit;
SELECT pggit.init();

-- DDL and the end of the history in one transaction.
BEGIN;
CREATE TABLE last (i int);
SELECT pggit.deinit();
CREATE TABLE unseen (i int);
COMMIT;
SELECT statement FROM pggit.history;
SELECT count(*) FROM pg_event_trigger;
SELECT pggit.init();
BEGIN;
CREATE TABLE really_last (i int);
DROP EXTENSION pggit CASCADE;
COMMIT;
SELECT count(*) FROM pg_event_trigger;

DROP OWNED BY regress_pggit_other;
DROP ROLE regress_pggit_other, regress_pggit_secret;

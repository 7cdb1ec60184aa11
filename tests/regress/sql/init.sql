-- pggit.init() and pggit.deinit(): used, misused, and called by every role.
\set SHOW_CONTEXT always
CREATE EXTENSION pggit;

-- Before.
SELECT count(*) FROM pggit_v0.repository;
SELECT pggit.deinit();
\echo :SQLSTATE

-- The superuser.
SELECT pggit.init();
SELECT layout, format_version, server_major = current_setting('server_version_num')::int / 10000 AS this_server,
  initialised_at BETWEEN now() - interval '1 minute' AND now() AS just_now, initialised_by = session_user AS by_me
FROM pggit_v0.repository;
SELECT xmin AS first_row FROM pggit_v0.repository \gset
SELECT pggit.init();
SELECT pggit.init('in_place');
SELECT pggit.init(layout => 'in_place');
SELECT count(*) AS rows, bool_and(xmin = :first_row) AS untouched FROM pggit_v0.repository;
SELECT pggit.deinit();
SELECT count(*) FROM pggit_v0.repository;

-- What rolls back leaves nothing.
BEGIN;
SELECT pggit.init();
ROLLBACK;
SELECT count(*) FROM pggit_v0.repository;

-- Layouts.
SELECT pggit.init('views');
\echo :SQLSTATE
SELECT pggit.init('In_Place');
\echo :SQLSTATE
SELECT pggit.init('');
\echo :SQLSTATE
SELECT pggit.init(E'it''s "quoted"\nand größer % %s');
\echo :SQLSTATE
SELECT pggit.init(NULL);
\echo :SQLSTATE
SELECT pggit.init(1);
\echo :SQLSTATE
SELECT count(*) FROM pggit_v0.repository;

-- Where nothing can be written.
BEGIN READ ONLY;
SELECT pggit.init();
\echo :SQLSTATE
ROLLBACK;

-- The table keeps what it promises without the function.
INSERT INTO pggit_v0.repository (singleton, layout, format_version, server_major, initialised_by, initialised_at) VALUES (false, 'in_place', 1, 15, 'me', '-infinity');
\echo :SQLSTATE
INSERT INTO pggit_v0.repository (layout, format_version, server_major, initialised_by, initialised_at) VALUES ('elsewhere', 1, 15, 'me', '-infinity');
\echo :SQLSTATE
INSERT INTO pggit_v0.repository (layout, format_version, server_major, initialised_by, initialised_at) VALUES ('in_place', 0, 15, 'me', '-infinity');
\echo :SQLSTATE

-- A hostile search path reaches nothing.
CREATE SCHEMA hostile;
CREATE FUNCTION hostile.now() RETURNS timestamptz LANGUAGE plpgsql AS $$ BEGIN RAISE 'hostile now'; END $$;
CREATE TABLE hostile.pg_class (oid oid, relowner oid);
SET search_path = hostile, pg_catalog;
SELECT pggit.init();
SELECT pggit.deinit();
RESET search_path;

-- A plain role reads the mark and cannot move it.
CREATE ROLE regress_pggit_plain;
SET ROLE regress_pggit_plain;
SELECT count(*) FROM pggit_v0.repository;
SELECT pggit.init();
\echo :SQLSTATE
SELECT pggit.deinit();
\echo :SQLSTATE
INSERT INTO pggit_v0.repository (layout, format_version, server_major, initialised_by) VALUES ('in_place', 1, 15, 'me');
\echo :SQLSTATE
DELETE FROM pggit_v0.repository;
\echo :SQLSTATE
CREATE TABLE pggit.mine (a int);
\echo :SQLSTATE
RESET ROLE;

-- The database's owner may, without rights on the table, and stays who it was.
CREATE ROLE regress_pggit_owner;
SELECT current_database() AS here, current_user AS me \gset
ALTER DATABASE :"here" OWNER TO regress_pggit_owner;
SET ROLE regress_pggit_owner;
SELECT pggit.init();
SELECT current_user;
SELECT count(*) FROM pggit_v0.repository;
SELECT pggit.init('views');
SELECT current_user;
DELETE FROM pggit_v0.repository;
\echo :SQLSTATE
SELECT pggit.deinit();
SELECT pggit.deinit();
\echo :SQLSTATE
SELECT current_user;
RESET ROLE;
ALTER DATABASE :"here" OWNER TO :"me";

-- A role that was given the function may too.
GRANT EXECUTE ON FUNCTION pggit.init(text) TO regress_pggit_plain;
SET ROLE regress_pggit_plain;
SELECT pggit.init();
RESET ROLE;
SELECT initialised_by = session_user AS by_the_session FROM pggit_v0.repository;

DROP EXTENSION pggit CASCADE;
DROP ROLE regress_pggit_plain, regress_pggit_owner;

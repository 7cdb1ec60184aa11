-- Who made the changes that pggit.status() shows, and by which statements.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;
CREATE ROLE regress_pggit_ann SUPERUSER;
CREATE ROLE regress_pggit_bob SUPERUSER;
CREATE TABLE users (id int PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY);
CREATE VIEW v AS SELECT u.name FROM users u, users w;
CREATE SCHEMA a CREATE TABLE t (i int);
SELECT pggit.init();
CREATE TEMP VIEW who AS SELECT object_path AS path, change_type AS change, attributed_to AS who, statement FROM pggit.status();

-- Everybody who had a hand in it, in order.
SET SESSION AUTHORIZATION regress_pggit_ann;
ALTER TABLE users ADD email text;
SET SESSION AUTHORIZATION regress_pggit_bob;
CREATE INDEX users_email ON users (email);
SET ROLE regress_pggit_ann;
CREATE TABLE bobs_for_ann (i int);
RESET SESSION AUTHORIZATION;
SELECT * FROM who;

-- What is not committed yet counts in its own transaction, and only there.
SET SESSION AUTHORIZATION regress_pggit_ann;
BEGIN;
ALTER TABLE orders ADD note text;
SELECT * FROM who WHERE path LIKE '%orders%';
ROLLBACK;
SELECT * FROM who WHERE path LIKE '%orders%';
RESET SESSION AUTHORIZATION;

-- A commit starts anew.
SELECT length(pggit.commit('all'));
SET SESSION AUTHORIZATION regress_pggit_bob;
COMMENT ON TABLE users IS 'people';
RESET SESSION AUTHORIZATION;
SELECT * FROM who;
SELECT length(pggit.commit('comment'));

-- What changes with something else is that command's doing.
SET SESSION AUTHORIZATION regress_pggit_ann;
ALTER TABLE users RENAME COLUMN name TO full_name;
ALTER SCHEMA a RENAME TO b;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO regress_pggit_bob;
GRANT EXECUTE ON FUNCTION pg_catalog.pg_read_file(text) TO regress_pggit_bob;
RESET SESSION AUTHORIZATION;
SELECT * FROM who;
SELECT length(pggit.commit('renames'));

-- Dropped, renamed and dropped in another's wake.
SET SESSION AUTHORIZATION regress_pggit_bob;
DROP TABLE users CASCADE;
ALTER TABLE orders RENAME TO purchases;
RESET SESSION AUTHORIZATION;
SELECT * FROM who;
SELECT length(pggit.commit('drops'));

-- What bypassed the triggers has nobody's name.
BEGIN;
ALTER EVENT TRIGGER pggit_ddl_command_end DISABLE;
ALTER TABLE purchases ADD unseen int;
ALTER EVENT TRIGGER pggit_ddl_command_end ENABLE ALWAYS;
COMMIT;
UPDATE pg_attribute SET attname = 'by_hand' WHERE attrelid = 'bobs_for_ann'::regclass AND attname = 'i';
SELECT * FROM who;
SELECT pggit.deinit();
CREATE TABLE while_away (i int);
SELECT pggit.init();
SELECT * FROM who WHERE path LIKE '%while%';

DROP VIEW who;
DROP EXTENSION pggit CASCADE;
REVOKE EXECUTE ON FUNCTION pg_catalog.pg_read_file(text) FROM regress_pggit_bob;
SET SESSION AUTHORIZATION regress_pggit_ann;
ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM regress_pggit_bob;
RESET SESSION AUTHORIZATION;
DROP OWNED BY regress_pggit_ann, regress_pggit_bob CASCADE;
DROP ROLE regress_pggit_ann, regress_pggit_bob;

-- pggit.schema() and pggit.omissions(): the live schema as definitions.
CREATE EXTENSION pggit;
CREATE TABLE t (id integer PRIMARY KEY, note text COLLATE "C" DEFAULT 'x');
COMMENT ON COLUMN t.note IS 'free text';
CREATE TEMP TABLE passing (a integer);
SELECT object_path, object_type, schema_name, object_name FROM pggit.schema();
SELECT definition FROM pggit.schema() WHERE object_name = 't';
SELECT * FROM pggit.omissions();

-- It sees what the transaction did itself, and what was rolled back is gone.
BEGIN;
ALTER TABLE t ADD COLUMN extra integer;
SAVEPOINT s;
ALTER TABLE t ADD COLUMN more integer;
ROLLBACK TO s;
SELECT definition FROM pggit.schema() WHERE object_name = 't';
ROLLBACK;

-- The settings of the session are neither used nor changed.
SET search_path = public;
SET DateStyle = 'German';
SET quote_all_identifiers = on;
SELECT definition FROM pggit.schema() WHERE object_name = 't';
SHOW search_path;
SHOW DateStyle;
RESET ALL;

-- A role without rights on the table may read its definition: the catalog is open to all.
CREATE ROLE regress_reader;
SET ROLE regress_reader;
SELECT count(*) FROM pggit.schema();
RESET ROLE;

-- Unless it is not.
REVOKE SELECT ON pg_catalog.pg_attribute FROM PUBLIC;
SET ROLE regress_reader;
\set VERBOSITY terse
SELECT count(*) FROM pggit.schema();
\set VERBOSITY default
RESET ROLE;
GRANT SELECT ON pg_catalog.pg_attribute TO PUBLIC;
DROP ROLE regress_reader;

-- Expressions print as pg_get_expr() prints them, also those that say more than columns.
CREATE TABLE words (a integer, "user" text, tags text[], "B ""b""" text,
  CONSTRAINT plain CHECK (a > 0 AND "B ""b""" <> '$1 it''s'),
  CONSTRAINT keyword CHECK ("user" <> ''),
  CONSTRAINT subscript CHECK (tags[1] <> ''),
  CONSTRAINT whole CHECK (words IS NOT NULL),
  CONSTRAINT system CHECK (tableoid <> 0),
  CONSTRAINT cases CHECK (CASE WHEN a > 1 THEN true ELSE "user" IS NULL END));
SELECT c.conname, strpos(d.definition, pg_catalog.pg_get_expr(c.conbin, c.conrelid)) > 0 AS printed
FROM pg_constraint c, pggit.schema() d
WHERE c.conrelid = 'words'::regclass AND d.object_name = 'words' ORDER BY 1;
DROP TABLE words;

-- In a read-only transaction.
BEGIN READ ONLY;
SELECT count(*) FROM pggit.schema();
COMMIT;

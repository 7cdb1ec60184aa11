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
DROP ROLE regress_reader;

-- In a read-only transaction.
BEGIN READ ONLY;
SELECT count(*) FROM pggit.schema();
COMMIT;

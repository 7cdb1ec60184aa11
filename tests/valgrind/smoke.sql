CREATE EXTENSION pggit
SELECT pggit.version()
SELECT pggit.init()
SELECT pggit.init()
SELECT * FROM pggit.doctor()
SELECT pggit.init('views')
SELECT pggit.init(NULL)
DO $$ BEGIN PERFORM pggit.init('nowhere'); EXCEPTION WHEN invalid_parameter_value THEN PERFORM pggit.version(); END $$
BEGIN READ ONLY
SELECT pggit.init(), pggit.deinit()
ROLLBACK
SELECT pggit.deinit()
SELECT pggit.deinit()
DROP EXTENSION pggit
CREATE FUNCTION pg_temp.leak() RETURNS void AS '$libdir/pggit_faulty', 'fault_leak' LANGUAGE C
SELECT pg_temp.leak() FROM generate_series(1, 3)

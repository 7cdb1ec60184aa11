BEGIN;
SET LOCAL search_path = '';
SET LOCAL check_function_bodies = false;
SET LOCAL xmloption = content;
SET LOCAL standard_conforming_strings = on;
SET LOCAL DateStyle = 'ISO, YMD';
SET LOCAL IntervalStyle = 'postgres';
SET LOCAL TimeZone = 'UTC';
SET LOCAL extra_float_digits = 3;
SET LOCAL default_tablespace = '';
SET LOCAL default_table_access_method = heap;
SET LOCAL row_security = off;

-- breaking change
-- its slot stays on the other server: drop it there
ALTER SUBSCRIPTION gone DISABLE;
ALTER SUBSCRIPTION gone SET (slot_name = NONE);
DROP SUBSCRIPTION gone;

ALTER SUBSCRIPTION s CONNECTION 'host=localhost dbname=y';

ALTER SUBSCRIPTION s SET PUBLICATION q, r WITH (refresh = false);

ALTER SUBSCRIPTION s SET ("binary"='true', slot_name='other', synchronous_commit='local');

COMMIT;

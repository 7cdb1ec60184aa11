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
DROP EVENT TRIGGER a;

CREATE OR REPLACE FUNCTION public.f() RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$BEGIN NULL; END$$;

CREATE EVENT TRIGGER a ON ddl_command_end
    WHEN TAG IN ('CREATE TABLE')
    EXECUTE FUNCTION public.f();

ALTER EVENT TRIGGER a OWNER TO postgres;

ALTER EVENT TRIGGER b DISABLE;

COMMIT;

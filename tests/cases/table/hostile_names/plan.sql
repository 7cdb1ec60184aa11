-- THIS SCRIPT DESTROYS DATA:
--   all values of column "c;d" of TABLE "select"."T ""x"" ; --" are lost

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

-- locks "select"."T ""x"" ; --" in ACCESS EXCLUSIVE mode
DROP INDEX "select"."I (x)";

-- data loss, breaking change, irreversible; locks "select"."T ""x"" ; --" in ACCESS EXCLUSIVE mode
-- all values of column "c;d" of TABLE "select"."T ""x"" ; --" are lost
ALTER TABLE "select"."T ""x"" ; --" DROP COLUMN "c;d";

-- breaking change, table rewrite; locks "select"."T ""x"" ; --" in ACCESS EXCLUSIVE mode
ALTER TABLE "select"."T ""x"" ; --" ALTER COLUMN "a b" TYPE bigint;

-- full scan; locks "select"."T ""x"" ; --" in ACCESS EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE "select"."T ""x"" ; --" ALTER COLUMN "a b" SET NOT NULL;

-- locks "select"."T ""x"" ; --" in ACCESS EXCLUSIVE mode
ALTER TABLE "select"."T ""x"" ; --" ADD COLUMN "Ünï" text DEFAULT 'it''s \'::text;

-- locks "select"."T ""x"" ; --" in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY "select"."T ""x"" ; --" ALTER COLUMN "order" SET DEFAULT 2;

COMMENT ON COLUMN "select"."T ""x"" ; --"."Ünï" IS 'two
lines';

-- full scan, index build; locks "select"."T ""x"" ; --" in SHARE mode
CREATE UNIQUE INDEX "I (x)" ON "select"."T ""x"" ; --" USING btree ("a b");

COMMIT;

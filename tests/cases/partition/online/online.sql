SET search_path = '';
SET check_function_bodies = false;
SET xmloption = content;
SET standard_conforming_strings = on;
SET DateStyle = 'ISO, YMD';
SET IntervalStyle = 'postgres';
SET TimeZone = 'UTC';
SET extra_float_digits = 3;
SET default_tablespace = '';
SET default_table_access_method = heap;
SET row_security = off;
SET lock_timeout = '2s';

-- part 1 of 27, steps 7
BEGIN;

-- locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE public.m ADD CONSTRAINT m_a_check CHECK ((a > 0)) NOT VALID;

-- locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE public.m ADD CONSTRAINT pggit_not_null_1 CHECK ((a IS NOT NULL)) NOT VALID;

-- locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE public.m ADD CONSTRAINT pggit_not_null_2 CHECK ((b IS NOT NULL)) NOT VALID;

CREATE TABLE public.m3 (
    a integer NOT NULL,
    b integer NOT NULL,
    CONSTRAINT m_a_check CHECK ((a > 0)),
    CONSTRAINT pggit_not_null_1 CHECK ((a IS NOT NULL)),
    CONSTRAINT pggit_not_null_2 CHECK ((b IS NOT NULL))
);

ALTER TABLE ONLY public.m ATTACH PARTITION public.m3 FOR VALUES FROM (20) TO (30);

ALTER TABLE public.m3 OWNER TO postgres;

-- locks public.of in ACCESS EXCLUSIVE mode
ALTER TABLE public.of ADD COLUMN y integer;

COMMIT;

-- part 2 of 27, steps 1, alone
SET lock_timeout = 0;

-- not transactional, full scan, index build; locks public.m1 in SHARE UPDATE EXCLUSIVE mode
-- fails when two rows have the same; what was built is dropped then
CREATE UNIQUE INDEX CONCURRENTLY m1_b_a_key ON public.m1 USING btree (b, a);

SET lock_timeout = '2s';

-- part 3 of 27, steps 1, alone
SET lock_timeout = 0;

-- not transactional, full scan, index build; locks public.m1 in SHARE UPDATE EXCLUSIVE mode
-- fails when two rows have the same; what was built is dropped then
CREATE UNIQUE INDEX CONCURRENTLY m1_pkey ON public.m1 USING btree (a, b);

SET lock_timeout = '2s';

-- part 4 of 27, steps 1, alone
SET lock_timeout = 0;

-- not transactional, full scan, index build; locks public.m1 in SHARE UPDATE EXCLUSIVE mode
CREATE INDEX CONCURRENTLY m1_b_idx ON public.m1 USING btree (b);

SET lock_timeout = '2s';

-- part 5 of 27, steps 1, alone
SET lock_timeout = 0;

-- not transactional, full scan, index build; locks public.m2a in SHARE UPDATE EXCLUSIVE mode
-- fails when two rows have the same; what was built is dropped then
CREATE UNIQUE INDEX CONCURRENTLY m2a_b_a_key ON public.m2a USING btree (b, a);

SET lock_timeout = '2s';

-- part 6 of 27, steps 1, alone
SET lock_timeout = 0;

-- not transactional, full scan, index build; locks public.m2a in SHARE UPDATE EXCLUSIVE mode
-- fails when two rows have the same; what was built is dropped then
CREATE UNIQUE INDEX CONCURRENTLY m2a_pkey ON public.m2a USING btree (a, b);

SET lock_timeout = '2s';

-- part 7 of 27, steps 1, alone
SET lock_timeout = 0;

-- not transactional, full scan, index build; locks public.m2a in SHARE UPDATE EXCLUSIVE mode
CREATE INDEX CONCURRENTLY m2a_b_idx ON public.m2a USING btree (b);

SET lock_timeout = '2s';

-- part 8 of 27, steps 1
BEGIN;

-- full scan; locks public.m2a in SHARE UPDATE EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.m2a VALIDATE CONSTRAINT pggit_not_null_1;

COMMIT;

-- part 9 of 27, steps 1
BEGIN;

-- locks public.m2 in SHARE UPDATE EXCLUSIVE mode
ALTER TABLE public.m2 VALIDATE CONSTRAINT pggit_not_null_1;

COMMIT;

-- part 10 of 27, steps 1
BEGIN;

-- full scan; locks public.m1 in SHARE UPDATE EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.m1 VALIDATE CONSTRAINT pggit_not_null_1;

COMMIT;

-- part 11 of 27, steps 1
BEGIN;

-- locks public.m in SHARE UPDATE EXCLUSIVE mode
ALTER TABLE public.m VALIDATE CONSTRAINT pggit_not_null_1;

COMMIT;

-- part 12 of 27, steps 1
BEGIN;

-- full scan; locks public.m2a in SHARE UPDATE EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.m2a VALIDATE CONSTRAINT pggit_not_null_2;

COMMIT;

-- part 13 of 27, steps 1
BEGIN;

-- locks public.m2 in SHARE UPDATE EXCLUSIVE mode
ALTER TABLE public.m2 VALIDATE CONSTRAINT pggit_not_null_2;

COMMIT;

-- part 14 of 27, steps 1
BEGIN;

-- full scan; locks public.m1 in SHARE UPDATE EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.m1 VALIDATE CONSTRAINT pggit_not_null_2;

COMMIT;

-- part 15 of 27, steps 1
BEGIN;

-- locks public.m in SHARE UPDATE EXCLUSIVE mode
ALTER TABLE public.m VALIDATE CONSTRAINT pggit_not_null_2;

COMMIT;

-- part 16 of 27, steps 2
BEGIN;

-- locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE public.m ALTER COLUMN a SET NOT NULL;

-- locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE public.m DROP CONSTRAINT pggit_not_null_1;

COMMIT;

-- part 17 of 27, steps 2
BEGIN;

-- locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE public.m ALTER COLUMN b SET NOT NULL;

-- locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE public.m DROP CONSTRAINT pggit_not_null_2;

COMMIT;

-- part 18 of 27, steps 1
BEGIN;

-- full scan; locks public.m2a in SHARE UPDATE EXCLUSIVE mode
-- fails when a row does not fit
ALTER TABLE public.m2a VALIDATE CONSTRAINT m_a_check;

COMMIT;

-- part 19 of 27, steps 1
BEGIN;

-- full scan; locks public.m1 in SHARE UPDATE EXCLUSIVE mode
-- fails when a row does not fit
ALTER TABLE public.m1 VALIDATE CONSTRAINT m_a_check;

COMMIT;

-- part 20 of 27, steps 1
BEGIN;

-- locks public.m2 in SHARE UPDATE EXCLUSIVE mode
ALTER TABLE public.m2 VALIDATE CONSTRAINT m_a_check;

COMMIT;

-- part 21 of 27, steps 1
BEGIN;

-- locks public.m in SHARE UPDATE EXCLUSIVE mode
ALTER TABLE public.m VALIDATE CONSTRAINT m_a_check;

COMMIT;

-- part 22 of 27, steps 1
BEGIN;

-- locks public.m1 in ACCESS EXCLUSIVE mode
ALTER TABLE public.m1 ADD CONSTRAINT m1_b_a_key UNIQUE USING INDEX m1_b_a_key;

COMMIT;

-- part 23 of 27, steps 1
BEGIN;

-- locks public.m1 in ACCESS EXCLUSIVE mode
ALTER TABLE public.m1 ADD CONSTRAINT m1_pkey PRIMARY KEY USING INDEX m1_pkey;

COMMIT;

-- part 24 of 27, steps 1
BEGIN;

-- locks public.m2a in ACCESS EXCLUSIVE mode
ALTER TABLE public.m2a ADD CONSTRAINT m2a_b_a_key UNIQUE USING INDEX m2a_b_a_key;

COMMIT;

-- part 25 of 27, steps 1
BEGIN;

-- locks public.m2a in ACCESS EXCLUSIVE mode
ALTER TABLE public.m2a ADD CONSTRAINT m2a_pkey PRIMARY KEY USING INDEX m2a_pkey;

COMMIT;

-- part 26 of 27, steps 22
BEGIN;

-- locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m ADD CONSTRAINT m_pkey PRIMARY KEY (a, b);

-- locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m ADD CONSTRAINT one_a UNIQUE (b, a);

-- locks public.m in SHARE mode
CREATE INDEX by_b ON ONLY public.m USING btree (b);

-- locks public.m1_b_idx in ACCESS EXCLUSIVE mode
ALTER INDEX public.by_b ATTACH PARTITION public.m1_b_idx;

-- locks public.m1_b_a_key in ACCESS EXCLUSIVE mode
ALTER INDEX public.one_a ATTACH PARTITION public.m1_b_a_key;

-- locks public.m1_pkey in ACCESS EXCLUSIVE mode
ALTER INDEX public.m_pkey ATTACH PARTITION public.m1_pkey;

-- locks public.m2 in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m2 ADD CONSTRAINT m2_b_a_key UNIQUE (b, a);

-- locks public.m2_b_a_key in ACCESS EXCLUSIVE mode
ALTER INDEX public.one_a ATTACH PARTITION public.m2_b_a_key;

-- locks public.m2 in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m2 ADD CONSTRAINT m2_pkey PRIMARY KEY (a, b);

-- locks public.m2_pkey in ACCESS EXCLUSIVE mode
ALTER INDEX public.m_pkey ATTACH PARTITION public.m2_pkey;

-- locks public.m2 in SHARE mode
CREATE INDEX m2_b_idx ON ONLY public.m2 USING btree (b);

-- locks public.m2_b_idx in ACCESS EXCLUSIVE mode
ALTER INDEX public.by_b ATTACH PARTITION public.m2_b_idx;

-- locks public.m2a_b_idx in ACCESS EXCLUSIVE mode
ALTER INDEX public.m2_b_idx ATTACH PARTITION public.m2a_b_idx;

-- locks public.m2a_b_a_key in ACCESS EXCLUSIVE mode
ALTER INDEX public.m2_b_a_key ATTACH PARTITION public.m2a_b_a_key;

-- locks public.m2a_pkey in ACCESS EXCLUSIVE mode
ALTER INDEX public.m2_pkey ATTACH PARTITION public.m2a_pkey;

-- full scan, index build; locks public.m3 in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m3 ADD CONSTRAINT m3_b_a_key UNIQUE (b, a);

-- locks public.m3_b_a_key in ACCESS EXCLUSIVE mode
ALTER INDEX public.one_a ATTACH PARTITION public.m3_b_a_key;

-- full scan, index build; locks public.m3 in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m3 ADD CONSTRAINT m3_pkey PRIMARY KEY (a, b);

-- locks public.m3_pkey in ACCESS EXCLUSIVE mode
ALTER INDEX public.m_pkey ATTACH PARTITION public.m3_pkey;

-- full scan, index build; locks public.m3 in SHARE mode
CREATE INDEX m3_b_idx ON public.m3 USING btree (b);

-- locks public.m3_b_idx in ACCESS EXCLUSIVE mode
ALTER INDEX public.by_b ATTACH PARTITION public.m3_b_idx;

-- locks public.of in SHARE ROW EXCLUSIVE mode
ALTER TABLE public.of ADD CONSTRAINT "to" FOREIGN KEY (x, y) REFERENCES public.m(a, b) NOT VALID;

COMMIT;

-- part 27 of 27, steps 1
BEGIN;

-- full scan; locks public.of in SHARE UPDATE EXCLUSIVE mode
-- fails when a row does not fit
ALTER TABLE public.of VALIDATE CONSTRAINT "to";

COMMIT;

-- end of the plan
RESET search_path;
RESET check_function_bodies;
RESET xmloption;
RESET standard_conforming_strings;
RESET DateStyle;
RESET IntervalStyle;
RESET TimeZone;
RESET extra_float_digits;
RESET default_tablespace;
RESET default_table_access_method;
RESET row_security;
RESET lock_timeout;

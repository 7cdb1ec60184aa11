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

-- part 1 of 25, steps 1
BEGIN;

-- irreversible, not transactional
ALTER TYPE public.mood ADD VALUE 'better' AFTER 'fine';

COMMIT;

-- part 2 of 25, steps 9
BEGIN;

-- locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE public.users DROP CONSTRAINT one_a_day;

CREATE TABLE public.fresh (
    id integer NOT NULL,
    mood public.mood
);

ALTER TABLE ONLY public.fresh ALTER COLUMN mood SET DEFAULT 'better'::public.mood;

ALTER TABLE public.fresh OWNER TO postgres;

-- locks public.posts in SHARE UPDATE EXCLUSIVE mode
ALTER TABLE public.posts SET WITHOUT CLUSTER;

-- locks public.posts in ACCESS EXCLUSIVE mode
ALTER TABLE public.posts ADD CONSTRAINT posts_body_check CHECK ((body <> ''::text)) NOT VALID;

-- locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE public.users ADD CONSTRAINT pggit_not_null_1 CHECK ((id IS NOT NULL)) NOT VALID;

-- locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE public.users ADD CONSTRAINT pggit_not_null_2 CHECK ((mail IS NOT NULL)) NOT VALID;

ALTER TABLE ONLY public.fresh ADD CONSTRAINT fresh_pkey PRIMARY KEY (id);

COMMIT;

-- part 3 of 25, steps 1, alone
SET lock_timeout = 0;

-- not transactional, full scan, index build; locks public.posts in SHARE UPDATE EXCLUSIVE mode
CREATE INDEX CONCURRENTLY pggit_new_1 ON public.posts USING btree (body, author);

SET lock_timeout = '2s';

-- part 4 of 25, steps 1, alone
SET lock_timeout = 0;

-- not transactional, full scan, index build; locks public.users in SHARE UPDATE EXCLUSIVE mode
-- fails when two rows have the same; what was built is dropped then
CREATE UNIQUE INDEX CONCURRENTLY one_a_day ON public.users USING btree (born) INCLUDE (city) NULLS NOT DISTINCT;

SET lock_timeout = '2s';

-- part 5 of 25, steps 1, alone
SET lock_timeout = 0;

-- not transactional, full scan, index build; locks public.users in SHARE UPDATE EXCLUSIVE mode
-- fails when two rows have the same; what was built is dropped then
CREATE UNIQUE INDEX CONCURRENTLY one_mail ON public.users USING btree (mail) WITH (fillfactor='70');

SET lock_timeout = '2s';

-- part 6 of 25, steps 1, alone
SET lock_timeout = 0;

-- not transactional, full scan, index build; locks public.users in SHARE UPDATE EXCLUSIVE mode
-- fails when two rows have the same; what was built is dropped then
CREATE UNIQUE INDEX CONCURRENTLY users_pkey ON public.users USING btree (id);

SET lock_timeout = '2s';

-- part 7 of 25, steps 1, alone
SET lock_timeout = 0;

-- not transactional, full scan, index build; locks public.users in SHARE UPDATE EXCLUSIVE mode
CREATE INDEX CONCURRENTLY pggit_new_2 ON public.users USING btree (city DESC) WHERE (city <> ''::text);

SET lock_timeout = '2s';

-- part 8 of 25, steps 1, alone
SET lock_timeout = 0;

-- not transactional, full scan, index build; locks public.users in SHARE UPDATE EXCLUSIVE mode
CREATE INDEX CONCURRENTLY lower_mail ON public.users USING btree (lower(mail));

SET lock_timeout = '2s';

-- part 9 of 25, steps 1, alone
SET lock_timeout = 0;

-- not transactional, full scan, index build; locks public.totals in SHARE UPDATE EXCLUSIVE mode
-- fails when two rows have the same; what was built is dropped then
CREATE UNIQUE INDEX CONCURRENTLY one_number ON public.totals USING btree (number);

SET lock_timeout = '2s';

-- part 10 of 25, steps 1
BEGIN;

-- full scan; locks public.users in SHARE UPDATE EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.users VALIDATE CONSTRAINT pggit_not_null_1;

COMMIT;

-- part 11 of 25, steps 1
BEGIN;

-- full scan; locks public.users in SHARE UPDATE EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.users VALIDATE CONSTRAINT pggit_not_null_2;

COMMIT;

-- part 12 of 25, steps 2
BEGIN;

-- locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE public.users ALTER COLUMN id SET NOT NULL;

-- locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE public.users DROP CONSTRAINT pggit_not_null_1;

COMMIT;

-- part 13 of 25, steps 2
BEGIN;

-- locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE public.users ALTER COLUMN mail SET NOT NULL;

-- locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE public.users DROP CONSTRAINT pggit_not_null_2;

COMMIT;

-- part 14 of 25, steps 1
BEGIN;

-- full scan; locks public.posts in SHARE UPDATE EXCLUSIVE mode
-- fails when a row does not fit
ALTER TABLE public.posts VALIDATE CONSTRAINT posts_body_check;

COMMIT;

-- part 15 of 25, steps 1
BEGIN;

-- full scan; locks public.users in SHARE UPDATE EXCLUSIVE mode
-- fails when a row does not fit
ALTER TABLE public.users VALIDATE CONSTRAINT later;

COMMIT;

-- part 16 of 25, steps 2
BEGIN;

-- locks public.by_body in SHARE UPDATE EXCLUSIVE mode
ALTER INDEX public.by_body RENAME TO pggit_old_1;

-- locks public.pggit_new_1 in SHARE UPDATE EXCLUSIVE mode
ALTER INDEX public.pggit_new_1 RENAME TO by_body;

COMMIT;

-- part 17 of 25, steps 1
BEGIN;

-- locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE public.users ADD CONSTRAINT one_a_day UNIQUE USING INDEX one_a_day DEFERRABLE INITIALLY DEFERRED;

COMMIT;

-- part 18 of 25, steps 1
BEGIN;

-- locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE public.users ADD CONSTRAINT one_mail UNIQUE USING INDEX one_mail;

COMMIT;

-- part 19 of 25, steps 1
BEGIN;

-- locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE public.users ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_pkey;

COMMIT;

-- part 20 of 25, steps 2
BEGIN;

-- locks public.by_city in SHARE UPDATE EXCLUSIVE mode
ALTER INDEX public.by_city RENAME TO pggit_old_2;

-- locks public.pggit_new_2 in SHARE UPDATE EXCLUSIVE mode
ALTER INDEX public.pggit_new_2 RENAME TO by_city;

COMMIT;

-- part 21 of 25, steps 1, alone
SET lock_timeout = 0;

-- not transactional; locks public.users in SHARE UPDATE EXCLUSIVE mode
DROP INDEX CONCURRENTLY public.gone;

SET lock_timeout = '2s';

-- part 22 of 25, steps 1, alone
SET lock_timeout = 0;

-- not transactional; locks public.posts in SHARE UPDATE EXCLUSIVE mode
DROP INDEX CONCURRENTLY public.pggit_old_1;

SET lock_timeout = '2s';

-- part 23 of 25, steps 1, alone
SET lock_timeout = 0;

-- not transactional; locks public.users in SHARE UPDATE EXCLUSIVE mode
DROP INDEX CONCURRENTLY public.pggit_old_2;

SET lock_timeout = '2s';

-- part 24 of 25, steps 4
BEGIN;

-- locks public.users in SHARE UPDATE EXCLUSIVE mode
ALTER TABLE public.users CLUSTER ON lower_mail;

-- locks public.users in SHARE UPDATE EXCLUSIVE mode
ALTER INDEX public.lower_mail ALTER COLUMN 1 SET STATISTICS 100;

COMMENT ON INDEX public.by_city IS 'where from, backwards';

-- locks public.posts in SHARE ROW EXCLUSIVE mode
ALTER TABLE public.posts ADD CONSTRAINT posts_author_fkey FOREIGN KEY (author) REFERENCES public.users(id) NOT VALID;

COMMIT;

-- part 25 of 25, steps 1
BEGIN;

-- full scan; locks public.posts in SHARE UPDATE EXCLUSIVE mode
-- fails when a row does not fit
ALTER TABLE public.posts VALIDATE CONSTRAINT posts_author_fkey;

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

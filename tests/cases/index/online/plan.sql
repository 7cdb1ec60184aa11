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

-- irreversible, not transactional
ALTER TYPE public.mood ADD VALUE 'better' AFTER 'fine';

COMMIT;

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

-- locks public.posts in ACCESS EXCLUSIVE mode
DROP INDEX public.by_body;

-- locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE public.users DROP CONSTRAINT one_a_day;

-- locks public.users in ACCESS EXCLUSIVE mode
DROP INDEX public.by_city;

-- locks public.users in ACCESS EXCLUSIVE mode
DROP INDEX public.gone;

CREATE TABLE public.fresh (
    id integer NOT NULL,
    mood public.mood
);

ALTER TABLE ONLY public.fresh ALTER COLUMN mood SET DEFAULT 'better'::public.mood;

ALTER TABLE public.fresh OWNER TO postgres;

-- full scan; locks public.posts in ACCESS EXCLUSIVE mode
ALTER TABLE public.posts ADD CONSTRAINT posts_body_check CHECK ((body <> ''::text));

-- full scan; locks public.users in ACCESS EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.users ALTER COLUMN id SET NOT NULL;

-- full scan; locks public.users in ACCESS EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.users ALTER COLUMN mail SET NOT NULL;

-- full scan; locks public.users in SHARE UPDATE EXCLUSIVE mode
ALTER TABLE public.users VALIDATE CONSTRAINT later;

ALTER TABLE ONLY public.fresh ADD CONSTRAINT fresh_pkey PRIMARY KEY (id);

-- full scan, index build; locks public.posts in SHARE mode
CREATE INDEX by_body ON public.posts USING btree (body, author);

-- full scan, index build; locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.users ADD CONSTRAINT one_a_day UNIQUE NULLS NOT DISTINCT (born) INCLUDE (city) DEFERRABLE INITIALLY DEFERRED;

-- full scan, index build; locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.users ADD CONSTRAINT one_mail UNIQUE (mail) WITH (fillfactor='70');

-- full scan, index build; locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.users ADD CONSTRAINT users_pkey PRIMARY KEY (id);

-- full scan, index build; locks public.users in SHARE mode
CREATE INDEX by_city ON public.users USING btree (city DESC) WHERE (city <> ''::text);

-- full scan, index build; locks public.users in SHARE mode
CREATE INDEX lower_mail ON public.users USING btree (lower(mail));

ALTER INDEX public.lower_mail ALTER COLUMN 1 SET STATISTICS 100;

ALTER TABLE public.users CLUSTER ON lower_mail;

COMMENT ON INDEX public.by_city IS 'where from, backwards';

-- full scan, index build; locks public.totals in SHARE mode
CREATE UNIQUE INDEX one_number ON public.totals USING btree (number);

-- full scan; locks public.posts in SHARE ROW EXCLUSIVE mode
ALTER TABLE public.posts ADD CONSTRAINT posts_author_fkey FOREIGN KEY (author) REFERENCES public.users(id);

COMMIT;

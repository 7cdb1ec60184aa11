-- SCHEMA public
CREATE SCHEMA public;
ALTER SCHEMA public OWNER TO pg_database_owner;

-- SCHEMA s
CREATE SCHEMA s;
ALTER SCHEMA s OWNER TO pggit_test_reader;

-- TABLE public.t
CREATE TABLE public.t (
    id integer,
    a text
);

ALTER TABLE public.t OWNER TO postgres;
GRANT SELECT ON TABLE public.t TO pggit_test_reader;
GRANT UPDATE (a) ON TABLE public.t TO pggit_test_reader;

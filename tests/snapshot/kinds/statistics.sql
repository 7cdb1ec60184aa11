-- Extended statistics: kinds, expressions, targets, names.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_alice') THEN
    CREATE ROLE pggit_test_alice;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_Bob "x"') THEN
    CREATE ROLE "pggit_test_Bob ""x""";
  END IF;
END
$$;

CREATE SCHEMA "from";
CREATE TABLE public.t (a integer, b integer, c text, "from" date);
CREATE STATISTICS public.everything ON a, b FROM public.t;
CREATE STATISTICS public.one (ndistinct) ON a, b FROM public.t;
CREATE STATISTICS public.two (dependencies, mcv) ON a, b, "from" FROM public.t;
CREATE STATISTICS "from"."FROM (a); ""x""" (mcv, ndistinct) ON "from", lower(c), (a + b)
  FROM public.t;
CREATE STATISTICS public.expression ON (extract(year FROM "from")) FROM public.t;
CREATE STATISTICS public.expressions ON (a % 2), (b % 2) FROM public.t;
ALTER STATISTICS public.everything SET STATISTICS 0;
ALTER STATISTICS public.one SET STATISTICS 500;
ALTER STATISTICS public.two OWNER TO postgres;
COMMENT ON STATISTICS public.one IS 'how many there are';
CREATE MATERIALIZED VIEW public.m AS SELECT t.a, t.b FROM public.t;
CREATE STATISTICS public.of_view ON a, b FROM public.m;

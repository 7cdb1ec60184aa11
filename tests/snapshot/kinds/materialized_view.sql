-- Materialized views: options, columns, indexes, privileges, comments, hostile names.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_alice') THEN
    CREATE ROLE pggit_test_alice;
  END IF;
END
$$;

CREATE SCHEMA "select";
CREATE TABLE public.orders (id integer PRIMARY KEY, note text, total numeric, at timestamptz);
INSERT INTO public.orders VALUES (1, 'a', 2, now());


CREATE MATERIALIZED VIEW public.totals
  WITH (autovacuum_enabled = false, fillfactor = 70, toast.autovacuum_enabled = false)
  AS SELECT o.id, o.note AS "Note; with ""quotes""", sum(o.total) AS total,
            'WITH NO DATA; ' || count(*) AS "with no data"
     FROM public.orders o GROUP BY o.id;
ALTER MATERIALIZED VIEW public.totals ALTER COLUMN total SET STATISTICS 0;
ALTER MATERIALIZED VIEW public.totals ALTER COLUMN total SET STORAGE EXTERNAL;
ALTER MATERIALIZED VIEW public.totals ALTER COLUMN "Note; with ""quotes""" SET COMPRESSION pglz;
ALTER MATERIALIZED VIEW public.totals ALTER COLUMN id SET (n_distinct = -0.5,
                                                          n_distinct_inherited = 7);
CREATE UNIQUE INDEX totals_id ON public.totals (id) WITH (fillfactor = 80);
CREATE INDEX "totals expression" ON public.totals (lower("Note; with ""quotes"""), total DESC)
  WHERE (total > 0);
ALTER INDEX public."totals expression" ALTER COLUMN 1 SET STATISTICS 200;
ALTER MATERIALIZED VIEW public.totals CLUSTER ON totals_id;
ALTER TABLE public.totals REPLICA IDENTITY FULL;
COMMENT ON MATERIALIZED VIEW public.totals IS 'what was sold';
COMMENT ON COLUMN public.totals.total IS 'in euro';
COMMENT ON INDEX public."totals expression" IS 'an expression';
GRANT SELECT ON public.totals TO pggit_test_alice;
GRANT SELECT (id) ON public.totals TO PUBLIC;

-- Names.
CREATE MATERIALIZED VIEW "select"."my.""view"" é
x" AS WITH c AS (SELECT o.id AS "from" FROM public.orders o) SELECT c."from" FROM c WITH NO DATA;
CREATE MATERIALIZED VIEW "select".
  abcdefghijklmnopqrstuvwxyz_abcdefghijklmnopqrstuvwxyz_012345678 AS SELECT 1 AS "select";
ALTER MATERIALIZED VIEW "select"."my.""view"" é
x" RENAME COLUMN "from" TO "to";

-- One that stands on another, and a view on it with an INSTEAD OF trigger and a rule.
CREATE MATERIALIZED VIEW public.second AS SELECT t.id FROM public.totals t WITH NO DATA;
CREATE VIEW public.front AS SELECT t.id, t.total FROM public.totals t;
CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER instead INSTEAD OF INSERT ON public.front
  FOR EACH ROW EXECUTE FUNCTION public.f();
CREATE RULE nothing AS ON DELETE TO public.front DO INSTEAD NOTHING;
COMMENT ON TRIGGER instead ON public.front IS 'a trigger of a view';
COMMENT ON RULE nothing ON public.front IS 'a rule of a view';
GRANT SELECT (id) ON public.front TO pggit_test_alice;
CREATE RULE "log it" AS ON UPDATE TO public.orders
  WHERE (old.id <> new.id) DO ALSO (SELECT 1; SELECT ';' AS "x;y");
COMMENT ON RULE "log it" ON public.orders IS 'a rule of a table';
ALTER TABLE public.orders DISABLE RULE "log it";

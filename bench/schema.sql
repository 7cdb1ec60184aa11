-- A generated schema of :tables tables, each with 8 columns, a key, two indexes, a check and a foreign
-- key to the table before it; for every ten tables a view over one and a function.
SELECT format('CREATE TABLE public.t%1$s (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT t%1$s_pkey PRIMARY KEY,
  parent_id bigint %2$s,
  name text NOT NULL,
  status text NOT NULL DEFAULT ''new'',
  amount numeric(12,2) NOT NULL DEFAULT 0 CONSTRAINT t%1$s_amount_check CHECK (amount >= 0),
  note character varying(200) COLLATE "C",
  tags text[],
  created_at timestamptz NOT NULL DEFAULT now());
CREATE INDEX t%1$s_name_idx ON public.t%1$s (name);
CREATE INDEX t%1$s_recent_idx ON public.t%1$s (status, created_at DESC) WHERE amount > 0;
COMMENT ON TABLE public.t%1$s IS ''table number %1$s'';',
  i, CASE WHEN i > 1 THEN format('CONSTRAINT t%s_parent_fkey REFERENCES public.t%s (id)', i, i - 1) END)
FROM generate_series(1, :tables) AS i \gexec
SELECT format('CREATE VIEW public.v%1$s AS SELECT t.id, t.name, upper(t.status) AS status, p.name AS parent
  FROM public.t%1$s t LEFT JOIN public.t%1$s p ON p.id = t.parent_id WHERE t.amount > 10;
CREATE FUNCTION public.f%1$s(wanted bigint) RETURNS text LANGUAGE sql STABLE AS $f$SELECT name FROM public.t%1$s WHERE id = wanted$f$;', i)
FROM generate_series(1, :tables, 10) AS i \gexec

CREATE TABLE t (
  a integer,
  made_at timestamptz NOT NULL DEFAULT now(),
  id uuid NOT NULL DEFAULT gen_random_uuid()
);

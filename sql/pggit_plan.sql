-- The way from one commit to another.

-- The statements that turn the schema of a revision into that of another one, in the order in which they run.
-- renames tells what has a new name, as in 'public.users=people' and 'public.users.mail=email'.
CREATE FUNCTION pggit.schema_diff(
  "from" text, "to" text, renames text[] DEFAULT NULL,
  OUT change_type text, OUT object_type text, OUT object_name text, OUT sql_to_sync text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_schema_diff'
LANGUAGE C STABLE PARALLEL UNSAFE ROWS 10 COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.schema_diff(text, text, text[]) IS 'statements that turn one revision''s schema into another''s';

-- The same for programs.
CREATE FUNCTION pggit_v0.diff_schemas(
  "from" text, "to" text, renames text[] DEFAULT NULL,
  OUT change_type text, OUT object_type text, OUT object_name text, OUT sql_to_sync text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_schema_diff'
LANGUAGE C STABLE PARALLEL UNSAFE ROWS 10 COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.diff_schemas(text, text, text[]) IS 'statements that turn one revision''s schema into another''s';

-- The same as a script, with what each statement costs. online asks for small locks: indexes built concurrently,
-- constraints checked later, in several transactions. Such a script is for psql or pggit apply.
CREATE FUNCTION pggit.generate_migration(
  "from" text, "to" text, renames text[] DEFAULT NULL, online boolean DEFAULT false)
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_generate_migration'
LANGUAGE C STABLE PARALLEL UNSAFE COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.generate_migration(text, text, text[], boolean) IS 'script from one revision''s schema to another''s';

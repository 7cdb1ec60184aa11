SET check_function_bodies = off;
-- What of a workspace leads back to where it came from: anything it depends on in a schema that some workspace has for
-- itself, but members of extensions, which are there once.
CREATE FUNCTION pg_temp.leads_back() RETURNS TABLE (thing text, needs text) LANGUAGE sql AS $$
  SELECT pg_describe_object(d.classid, d.objid, d.objsubid), pg_describe_object(d.refclassid, d.refobjid, d.refobjsubid)
  FROM pg_depend d, pg_identify_object_as_address(d.classid, d.objid, d.objsubid) t,
    pg_identify_object_as_address(d.refclassid, d.refobjid, d.refobjsubid) n
  WHERE t.object_names[1] IN (SELECT physical_schema FROM pggit.workspaces)
    AND n.object_names[1] IN (SELECT logical_schema FROM pggit.workspaces)
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.refclassid AND e.objid = d.refobjid AND e.deptype = 'e')
$$;

-- Tables whose rows are others than in the workspace of branch b.
CREATE FUNCTION pg_temp.other_rows() RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  name text;
  kind "char";
  differs boolean;
  w pggit.workspaces;
BEGIN
  FOR w IN SELECT * FROM pggit.workspaces WHERE branch = 'b' LOOP
    FOR name, kind IN SELECT c.relname, c.relkind FROM pg_class c WHERE c.relnamespace = quote_ident(w.logical_schema)::regnamespace AND c.relkind IN ('r', 'S')
      AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = c.tableoid AND e.objid = c.oid AND e.deptype = 'e') LOOP
      EXECUTE format('SELECT (SELECT md5(string_agg(%4$s::text, E''\n'' ORDER BY %4$s::text COLLATE "C")) FROM ONLY %1$I.%3$I t)'
        ' IS DISTINCT FROM (SELECT md5(string_agg(%4$s::text, E''\n'' ORDER BY %4$s::text COLLATE "C")) FROM ONLY %2$I.%3$I t)',
        w.logical_schema, w.physical_schema, name, CASE kind WHEN 'S' THEN '(last_value, is_called)' ELSE 't' END) INTO differs;
      IF differs THEN
        RETURN NEXT format('%I.%I', w.logical_schema, name);
      END IF;
    END LOOP;
  END LOOP;
END
$$;

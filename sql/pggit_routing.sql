-- Which branch the session is on.

-- The branch that names mean in this session: the setting pggit.current_branch.
CREATE FUNCTION pggit.current_branch()
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_current_branch'
LANGUAGE C STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.current_branch() IS 'the branch that this session is on';

-- From now on names mean the objects of that branch. Its answer is the branch's name.
CREATE FUNCTION pggit.switch_branch(name text)
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_switch_branch'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.switch_branch(text) IS 'puts this session on a branch';

-- The same, under git's older name.
CREATE FUNCTION pggit.checkout(name text)
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_switch_branch'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.checkout(text) IS 'puts this session on a branch, as switch_branch()';

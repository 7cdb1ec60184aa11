-- What PostgreSQL's own regression suite leaves in its database "regression", as pg_dump
-- --schema-only writes it; without the functions written in C, whose library is not part of a
-- server, what depends on them, and two tables that no later major takes. Made by
-- tests/snapshot/regression.sh --save.
DO $$
DECLARE
    roles text[];
    role text;
BEGIN
    FOREACH role IN ARRAY roles
    LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = role) THEN
            EXECUTE pg_catalog.format('CREATE ROLE %I', role);
        END IF;
    END LOOP;
END
$$;

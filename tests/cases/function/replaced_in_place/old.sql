CREATE FUNCTION f(a integer, b integer DEFAULT 1) RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE VIEW v AS SELECT f(1) AS x; COMMENT ON FUNCTION f(integer, integer) IS 'c';

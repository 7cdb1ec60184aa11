CREATE TYPE a AS (x integer); CREATE FUNCTION to_a(integer) RETURNS a LANGUAGE sql AS 'SELECT NULL::a'; CREATE CAST (integer AS a) WITH FUNCTION to_a(integer);

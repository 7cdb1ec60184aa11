CREATE FUNCTION total(integer) RETURNS bigint LANGUAGE sql AS 'SELECT 1'; CREATE AGGREGATE s(integer) (SFUNC = int4pl, STYPE = integer);

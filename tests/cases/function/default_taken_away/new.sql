CREATE FUNCTION f(a integer, b integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE PROCEDURE p(a integer, OUT b integer) LANGUAGE sql AS 'SELECT 1';

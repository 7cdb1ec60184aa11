CREATE FUNCTION next() RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE TABLE t (a integer DEFAULT next(), b integer DEFAULT next() NOT NULL);

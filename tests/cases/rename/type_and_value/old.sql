CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TYPE pair AS (l int, r mood); CREATE DOMAIN d AS text CONSTRAINT c CHECK (VALUE <> '');
CREATE TABLE t (m mood DEFAULT 'sad', ms mood[] DEFAULT '{sad,ok}', p pair, d d, CHECK (m <> 'sad'));
CREATE FUNCTION f(m mood, ms mood[], OUT p pair) LANGUAGE sql AS 'SELECT 1, $1';
CREATE VIEW v AS SELECT t.m, (t.p).l FROM t, t u WHERE t.m = 'sad'; CREATE AGGREGATE top(mood) (SFUNC = enum_larger, STYPE = mood);

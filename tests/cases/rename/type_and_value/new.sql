CREATE TYPE feeling AS ENUM ('blue', 'ok'); CREATE TYPE couple AS (l2 int, r feeling); CREATE DOMAIN e AS text CONSTRAINT c2 CHECK (VALUE <> '');
CREATE TABLE t (m feeling DEFAULT 'blue', ms feeling[] DEFAULT '{blue,ok}', p couple, d e, CHECK (m <> 'blue'));
CREATE FUNCTION f(m feeling, ms feeling[], OUT p couple) LANGUAGE sql AS 'SELECT 1, $1';
CREATE VIEW v AS SELECT t.m, (t.p).l2 AS l FROM t, t u WHERE t.m = 'blue'; CREATE AGGREGATE top(feeling) (SFUNC = enum_larger, STYPE = feeling);

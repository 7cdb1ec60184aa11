-- The type pggit_v0.sha: read, written, compared, found by its beginning.
CREATE EXTENSION pggit;
\set a '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'
\set b '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdf0'

SELECT :'a'::pggit_v0.sha, upper(:'a')::pggit_v0.sha, pg_column_size(:'a'::pggit_v0.sha) AS bytes;
SELECT :'a'::text::pggit_v0.sha::text = :'a' AS round_trip, :'a'::pggit_v0.sha::bytea::pggit_v0.sha = :'a' AS by_bytes;
SELECT 'abc'::pggit_v0.sha;
\echo :SQLSTATE
SELECT ''::pggit_v0.sha;
\echo :SQLSTATE
SELECT repeat('g', 64)::pggit_v0.sha;
\echo :SQLSTATE
SELECT '\x00'::bytea::pggit_v0.sha;
\echo :SQLSTATE

-- With each other, and with text: a text that is no id is equal to none.
SELECT x < y AS lt, x <= y AS le, x = y AS eq, x <> y AS ne, x >= y AS ge, x > y AS gt
FROM (VALUES (:'a'::pggit_v0.sha, :'b'::pggit_v0.sha), (:'a', :'a'), (:'b', :'a')) v (x, y);
SELECT x = t AS eq, x <> t AS ne, t = x AS eq_turned, t <> x AS ne_turned
FROM (VALUES (:'a'::pggit_v0.sha, :'a'::text), (:'a', upper(:'a')), (:'a', :'b'), (:'a', 'abc'), (:'a', '')) v (x, t);
SELECT pggit_v0.sha_cmp(:'a', :'b'), pggit_v0.sha_cmp_text(:'b', :'a'), pggit_v0.sha_cmp_text(:'a', 'zzz');

-- By its beginning.
SELECT x ^@ '' FROM (VALUES (:'a'::pggit_v0.sha)) v (x);
\echo :SQLSTATE
SELECT p, x ^@ p AS begins FROM (VALUES (:'a'::pggit_v0.sha)) v (x), (VALUES ('0'), ('01'), ('012'), ('013'), ('0123456789ABCDEF'), (:'a')) w (p);
SELECT pggit_v0.sha_first('abc'), pggit_v0.sha_last('abc');

-- In indexes, joins and sorts.
CREATE TABLE t AS SELECT pggit_v0.hash_object(i::text::bytea)::pggit_v0.sha AS sha, i FROM generate_series(1, 3000) i;
CREATE UNIQUE INDEX t_btree ON t (sha);
CREATE INDEX t_hash ON t USING hash (sha);
ANALYZE t;
SET enable_seqscan = off;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT i FROM t WHERE sha ^@ 'abc';
SELECT bool_and(sha::text LIKE 'a%') AS all_begin_so, count(*) = (SELECT count(*) FROM t WHERE sha::text LIKE 'a%') AS all_found FROM t WHERE sha ^@ 'a';
EXPLAIN (COSTS OFF) SELECT i FROM t WHERE sha = pggit_v0.hash_object('7');
SELECT i FROM t WHERE sha = pggit_v0.hash_object('7');
SELECT i FROM t WHERE pggit_v0.hash_object('8') = sha;
DROP INDEX t_btree;
EXPLAIN (COSTS OFF) SELECT i FROM t WHERE sha = pggit_v0.hash_object('7')::pggit_v0.sha;
SELECT i FROM t WHERE sha = pggit_v0.hash_object('7')::pggit_v0.sha;
RESET enable_seqscan;
RESET enable_bitmapscan;
SET enable_hashjoin = on;
SELECT count(*) FROM t a JOIN t b USING (sha);
SELECT count(DISTINCT sha) = 3000 AS distinct, bool_and(ordered) AS ordered
FROM (SELECT sha, sha::text >= lag(sha::text, 1, '') OVER (ORDER BY sha) AS ordered FROM t) s;
SELECT pggit_v0.sha_hash(:'a') <> 0 AS hashed, pggit_v0.sha_hash_extended(:'a', 1) <> pggit_v0.sha_hash_extended(:'a', 2) AS seeded;

-- In binary form.
COPY (SELECT sha FROM t WHERE i < 4 ORDER BY i) TO PROGRAM 'cat > /dev/null' (FORMAT binary);
SELECT length(pggit_v0.sha_send(:'a')) AS bytes;

DROP TABLE t;
DROP EXTENSION pggit;

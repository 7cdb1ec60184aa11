-- The id of a stored object: 32 bytes, printed as 64 hexadecimal digits.
--
-- Its operators are in pg_catalog, where every search path finds them. Its support functions see bytes
-- and no names, so none has a search path of its own: setting one would cost more than comparing.
CREATE TYPE pggit_v0.sha;

CREATE FUNCTION pggit_v0.sha_in(hex cstring) RETURNS pggit_v0.sha
AS 'MODULE_PATHNAME', 'pggit_sha_in' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha_in(cstring) IS 'reads 64 hexadecimal digits';
CREATE FUNCTION pggit_v0.sha_out(sha pggit_v0.sha) RETURNS cstring
AS 'MODULE_PATHNAME', 'pggit_sha_out' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha_out(pggit_v0.sha) IS 'writes 64 hexadecimal digits';
CREATE FUNCTION pggit_v0.sha_recv(message internal) RETURNS pggit_v0.sha
AS 'MODULE_PATHNAME', 'pggit_sha_recv' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha_recv(internal) IS 'reads 32 bytes';
CREATE FUNCTION pggit_v0.sha_send(sha pggit_v0.sha) RETURNS bytea
AS 'MODULE_PATHNAME', 'pggit_sha_send' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha_send(pggit_v0.sha) IS 'writes 32 bytes';

CREATE TYPE pggit_v0.sha (
  INPUT = pggit_v0.sha_in, OUTPUT = pggit_v0.sha_out, RECEIVE = pggit_v0.sha_recv, SEND = pggit_v0.sha_send,
  INTERNALLENGTH = 32, ALIGNMENT = char, STORAGE = plain);
COMMENT ON TYPE pggit_v0.sha IS 'id of a stored object: SHA-256, 64 hexadecimal digits';

-- The 32 bytes as bytea, and back.
CREATE FUNCTION pggit_v0.sha(bytes bytea) RETURNS pggit_v0.sha
AS 'MODULE_PATHNAME', 'pggit_sha_from_bytes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha(bytea) IS 'the id in 32 bytes';
CREATE CAST (bytea AS pggit_v0.sha) WITH FUNCTION pggit_v0.sha(bytea);
COMMENT ON CAST (bytea AS pggit_v0.sha) IS 'the id in 32 bytes';
CREATE CAST (pggit_v0.sha AS bytea) WITH FUNCTION pggit_v0.sha_send(pggit_v0.sha);
COMMENT ON CAST (pggit_v0.sha AS bytea) IS 'the 32 bytes of an id';

-- Comparison with another id, in the order of the digits.
CREATE FUNCTION pggit_v0.sha_eq(a pggit_v0.sha, b pggit_v0.sha) RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_sha_eq' LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha_eq(pggit_v0.sha, pggit_v0.sha) IS 'implementation of = operator';
CREATE FUNCTION pggit_v0.sha_ne(a pggit_v0.sha, b pggit_v0.sha) RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_sha_ne' LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha_ne(pggit_v0.sha, pggit_v0.sha) IS 'implementation of <> operator';
CREATE FUNCTION pggit_v0.sha_lt(a pggit_v0.sha, b pggit_v0.sha) RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_sha_lt' LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha_lt(pggit_v0.sha, pggit_v0.sha) IS 'implementation of < operator';
CREATE FUNCTION pggit_v0.sha_le(a pggit_v0.sha, b pggit_v0.sha) RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_sha_le' LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha_le(pggit_v0.sha, pggit_v0.sha) IS 'implementation of <= operator';
CREATE FUNCTION pggit_v0.sha_gt(a pggit_v0.sha, b pggit_v0.sha) RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_sha_gt' LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha_gt(pggit_v0.sha, pggit_v0.sha) IS 'implementation of > operator';
CREATE FUNCTION pggit_v0.sha_ge(a pggit_v0.sha, b pggit_v0.sha) RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_sha_ge' LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha_ge(pggit_v0.sha, pggit_v0.sha) IS 'implementation of >= operator';
CREATE FUNCTION pggit_v0.sha_cmp(a pggit_v0.sha, b pggit_v0.sha) RETURNS integer
AS 'MODULE_PATHNAME', 'pggit_sha_cmp' LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha_cmp(pggit_v0.sha, pggit_v0.sha) IS 'less, equal or greater: -1, 0, 1';
CREATE FUNCTION pggit_v0.sha_hash(sha pggit_v0.sha) RETURNS integer
AS 'MODULE_PATHNAME', 'pggit_sha_hash' LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha_hash(pggit_v0.sha) IS 'hash of an id';
CREATE FUNCTION pggit_v0.sha_hash_extended(sha pggit_v0.sha, seed bigint) RETURNS bigint
AS 'MODULE_PATHNAME', 'pggit_sha_hash_extended' LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha_hash_extended(pggit_v0.sha, bigint) IS 'hash of an id, with a seed';

CREATE OPERATOR pg_catalog.= (LEFTARG = pggit_v0.sha, RIGHTARG = pggit_v0.sha, FUNCTION = pggit_v0.sha_eq,
  COMMUTATOR = OPERATOR(pg_catalog.=), NEGATOR = OPERATOR(pg_catalog.<>), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
COMMENT ON OPERATOR pg_catalog.= (pggit_v0.sha, pggit_v0.sha) IS 'equal';
CREATE OPERATOR pg_catalog.<> (LEFTARG = pggit_v0.sha, RIGHTARG = pggit_v0.sha, FUNCTION = pggit_v0.sha_ne,
  COMMUTATOR = OPERATOR(pg_catalog.<>), NEGATOR = OPERATOR(pg_catalog.=), RESTRICT = neqsel, JOIN = neqjoinsel);
COMMENT ON OPERATOR pg_catalog.<> (pggit_v0.sha, pggit_v0.sha) IS 'not equal';
CREATE OPERATOR pg_catalog.< (LEFTARG = pggit_v0.sha, RIGHTARG = pggit_v0.sha, FUNCTION = pggit_v0.sha_lt,
  COMMUTATOR = OPERATOR(pg_catalog.>), NEGATOR = OPERATOR(pg_catalog.>=), RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
COMMENT ON OPERATOR pg_catalog.< (pggit_v0.sha, pggit_v0.sha) IS 'less than';
CREATE OPERATOR pg_catalog.<= (LEFTARG = pggit_v0.sha, RIGHTARG = pggit_v0.sha, FUNCTION = pggit_v0.sha_le,
  COMMUTATOR = OPERATOR(pg_catalog.>=), NEGATOR = OPERATOR(pg_catalog.>), RESTRICT = scalarlesel, JOIN = scalarlejoinsel);
COMMENT ON OPERATOR pg_catalog.<= (pggit_v0.sha, pggit_v0.sha) IS 'less than or equal';
CREATE OPERATOR pg_catalog.> (LEFTARG = pggit_v0.sha, RIGHTARG = pggit_v0.sha, FUNCTION = pggit_v0.sha_gt,
  COMMUTATOR = OPERATOR(pg_catalog.<), NEGATOR = OPERATOR(pg_catalog.<=), RESTRICT = scalargtsel, JOIN = scalargtjoinsel);
COMMENT ON OPERATOR pg_catalog.> (pggit_v0.sha, pggit_v0.sha) IS 'greater than';
CREATE OPERATOR pg_catalog.>= (LEFTARG = pggit_v0.sha, RIGHTARG = pggit_v0.sha, FUNCTION = pggit_v0.sha_ge,
  COMMUTATOR = OPERATOR(pg_catalog.<=), NEGATOR = OPERATOR(pg_catalog.<), RESTRICT = scalargesel, JOIN = scalargejoinsel);
COMMENT ON OPERATOR pg_catalog.>= (pggit_v0.sha, pggit_v0.sha) IS 'greater than or equal';

CREATE OPERATOR FAMILY pggit_v0.sha_ops USING btree;
COMMENT ON OPERATOR FAMILY pggit_v0.sha_ops USING btree IS 'order of object ids';
CREATE OPERATOR CLASS pggit_v0.sha_ops DEFAULT FOR TYPE pggit_v0.sha USING btree FAMILY pggit_v0.sha_ops AS
  OPERATOR 1 pg_catalog.<, OPERATOR 2 pg_catalog.<=, OPERATOR 3 pg_catalog.=, OPERATOR 4 pg_catalog.>=, OPERATOR 5 pg_catalog.>,
  FUNCTION 1 pggit_v0.sha_cmp(pggit_v0.sha, pggit_v0.sha), FUNCTION 4 pg_catalog.btequalimage(oid);
COMMENT ON OPERATOR CLASS pggit_v0.sha_ops USING btree IS 'order of object ids';
CREATE OPERATOR FAMILY pggit_v0.sha_ops USING hash;
COMMENT ON OPERATOR FAMILY pggit_v0.sha_ops USING hash IS 'hash of object ids';
CREATE OPERATOR CLASS pggit_v0.sha_ops DEFAULT FOR TYPE pggit_v0.sha USING hash FAMILY pggit_v0.sha_ops AS
  OPERATOR 1 pg_catalog.=, FUNCTION 1 pggit_v0.sha_hash(pggit_v0.sha),
  FUNCTION 2 pggit_v0.sha_hash_extended(pggit_v0.sha, bigint);
COMMENT ON OPERATOR CLASS pggit_v0.sha_ops USING hash IS 'hash of object ids';

-- Comparison with text: a text that is no id is equal to none, and no error.
CREATE FUNCTION pggit_v0.sha_eq_text(a pggit_v0.sha, b text) RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_sha_eq_text' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha_eq_text(pggit_v0.sha, text) IS 'implementation of = operator';
CREATE FUNCTION pggit_v0.sha_ne_text(a pggit_v0.sha, b text) RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_sha_ne_text' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha_ne_text(pggit_v0.sha, text) IS 'implementation of <> operator';
CREATE FUNCTION pggit_v0.text_eq_sha(a text, b pggit_v0.sha) RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_text_eq_sha' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.text_eq_sha(text, pggit_v0.sha) IS 'implementation of = operator';
CREATE FUNCTION pggit_v0.text_ne_sha(a text, b pggit_v0.sha) RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_text_ne_sha' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.text_ne_sha(text, pggit_v0.sha) IS 'implementation of <> operator';
CREATE FUNCTION pggit_v0.sha_cmp_text(a pggit_v0.sha, b text) RETURNS integer
AS 'MODULE_PATHNAME', 'pggit_sha_cmp_text' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha_cmp_text(pggit_v0.sha, text) IS 'less, equal or greater: -1, 0, 1';

CREATE OPERATOR pg_catalog.= (LEFTARG = pggit_v0.sha, RIGHTARG = text, FUNCTION = pggit_v0.sha_eq_text,
  COMMUTATOR = OPERATOR(pg_catalog.=), NEGATOR = OPERATOR(pg_catalog.<>), RESTRICT = eqsel, JOIN = eqjoinsel);
COMMENT ON OPERATOR pg_catalog.= (pggit_v0.sha, text) IS 'equal';
CREATE OPERATOR pg_catalog.<> (LEFTARG = pggit_v0.sha, RIGHTARG = text, FUNCTION = pggit_v0.sha_ne_text,
  COMMUTATOR = OPERATOR(pg_catalog.<>), NEGATOR = OPERATOR(pg_catalog.=), RESTRICT = neqsel, JOIN = neqjoinsel);
COMMENT ON OPERATOR pg_catalog.<> (pggit_v0.sha, text) IS 'not equal';
CREATE OPERATOR pg_catalog.= (LEFTARG = text, RIGHTARG = pggit_v0.sha, FUNCTION = pggit_v0.text_eq_sha,
  COMMUTATOR = OPERATOR(pg_catalog.=), NEGATOR = OPERATOR(pg_catalog.<>), RESTRICT = eqsel, JOIN = eqjoinsel);
COMMENT ON OPERATOR pg_catalog.= (text, pggit_v0.sha) IS 'equal';
CREATE OPERATOR pg_catalog.<> (LEFTARG = text, RIGHTARG = pggit_v0.sha, FUNCTION = pggit_v0.text_ne_sha,
  COMMUTATOR = OPERATOR(pg_catalog.<>), NEGATOR = OPERATOR(pg_catalog.=), RESTRICT = neqsel, JOIN = neqjoinsel);
COMMENT ON OPERATOR pg_catalog.<> (text, pggit_v0.sha) IS 'not equal';
ALTER OPERATOR FAMILY pggit_v0.sha_ops USING btree ADD
  OPERATOR 3 pg_catalog.= (pggit_v0.sha, text), FUNCTION 1 pggit_v0.sha_cmp_text(pggit_v0.sha, text);

-- The first and the last id that begin with some digits: `sha BETWEEN ... AND ...` finds by prefix.
CREATE FUNCTION pggit_v0.sha_first(prefix text) RETURNS pggit_v0.sha
AS 'MODULE_PATHNAME', 'pggit_sha_first' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha_first(text) IS 'the least id that begins with these digits';
CREATE FUNCTION pggit_v0.sha_last(prefix text) RETURNS pggit_v0.sha
AS 'MODULE_PATHNAME', 'pggit_sha_last' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pggit_v0.sha_last(text) IS 'the greatest id that begins with these digits';

-- Whether an id begins with some digits. The planner sees through it to the index.
CREATE FUNCTION pggit_v0.sha_begins(sha pggit_v0.sha, prefix text) RETURNS boolean
LANGUAGE SQL IMMUTABLE PARALLEL SAFE
RETURN sha OPERATOR(pg_catalog.>=) pggit_v0.sha_first(prefix) AND sha OPERATOR(pg_catalog.<=) pggit_v0.sha_last(prefix);
COMMENT ON FUNCTION pggit_v0.sha_begins(pggit_v0.sha, text) IS 'implementation of ^@ operator';
CREATE OPERATOR pg_catalog.^@ (LEFTARG = pggit_v0.sha, RIGHTARG = text, FUNCTION = pggit_v0.sha_begins);
COMMENT ON OPERATOR pg_catalog.^@ (pggit_v0.sha, text) IS 'begins with';

CREATE AGGREGATE total(integer) (SFUNC = int4_sum, STYPE = bigint); CREATE AGGREGATE s(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '5', PARALLEL = SAFE);

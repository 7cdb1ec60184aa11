CREATE TABLE t (id integer, a text);
CREATE VIEW v WITH (security_barrier) AS SELECT id, a FROM t WHERE id > 0; CREATE VIEW w AS SELECT id FROM v; GRANT SELECT ON v TO PUBLIC;

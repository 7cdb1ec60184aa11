CREATE TABLE t (a text, b integer, c text, d timestamp, e json, f varchar(9), g integer, h text[], i boolean, j numeric(8,2));
INSERT INTO t VALUES ('1', 1, '2020-01-01', now(), '{}', 'x', 0, '{1,2}', true, 3.5);

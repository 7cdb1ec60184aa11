CREATE TYPE e AS ENUM ('a', 'b', 'c'); CREATE DOMAIN d AS e DEFAULT 'a' CHECK (VALUE <> 'b'); CREATE TYPE pair AS (one e, two d);
CREATE TABLE t (x e, y d, z pair, w pair[]); INSERT INTO t VALUES ('a', 'a', '(a,a)', ARRAY['(c,c)']::pair[]);

CREATE TYPE status AS ENUM ('open', 'closed', 'lost');
CREATE TABLE orders (id integer, s status NOT NULL DEFAULT 'open', h status[], CHECK (s <> 'lost'));
CREATE INDEX orders_open ON orders (id) WHERE s = 'open';
CREATE FUNCTION f(status) RETURNS status LANGUAGE sql AS 'SELECT $1';
CREATE VIEW v AS SELECT f(s) AS s FROM orders;
INSERT INTO orders VALUES (1, 'open', '{open,closed}');

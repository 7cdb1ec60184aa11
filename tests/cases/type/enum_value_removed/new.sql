CREATE TYPE status AS ENUM ('closed', 'open');
CREATE TABLE orders (id integer, s status NOT NULL DEFAULT 'open', h status[]);
CREATE INDEX orders_open ON orders (id) WHERE s = 'open';
CREATE FUNCTION f(status) RETURNS status LANGUAGE sql AS 'SELECT $1';
CREATE VIEW v AS SELECT f(s) AS s FROM orders;

-- schema_diff and generate_migration: the way from one commit to another.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;
SELECT * FROM pggit.schema_diff('HEAD', 'HEAD');
\echo :SQLSTATE
CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL);
CREATE VIEW emails AS SELECT u.email FROM users u, users w; -- all majors print columns alike then
SELECT pggit.init();
SELECT pggit_v0.rev_parse('HEAD') AS first \gset
DROP VIEW emails;
ALTER TABLE users ALTER email TYPE varchar(320), ADD bio text DEFAULT '', ADD CONSTRAINT has_at CHECK (email LIKE '%@%');
CREATE VIEW emails AS SELECT u.email FROM users u, users w;
CREATE INDEX by_email ON users (email);
CREATE SCHEMA app;
CREATE TABLE app.orders (id int, "user" int REFERENCES users);
SELECT length(pggit.commit('more'));
SELECT * FROM pggit.schema_diff('HEAD~1', 'HEAD');
SELECT change_type, object_type, object_name FROM pggit.schema_diff('HEAD', :'first');
SELECT count(*) FROM pggit.schema_diff('HEAD', 'HEAD');
SELECT pggit.generate_migration('HEAD~1', 'HEAD');
SELECT pggit.generate_migration('HEAD', 'HEAD') = '' AS nothing;
SELECT pggit.generate_migration('HEAD', 'HEAD', online => true) = '' AS nothing;
SELECT regexp_replace(pggit.generate_migration('HEAD~1', 'HEAD', online => true), 'ends at [0-9a-f]{64}', 'ends at ...', 'g');
SELECT count(*) = (SELECT count(*) FROM pggit.schema_diff('HEAD~1', NULL)) AS same FROM pggit_v0.diff_schemas('HEAD~1', 'HEAD');

-- Run in order, the statements lead there.
BEGIN;
SELECT length(pggit.reset('HEAD~1', hard => true));
SELECT string_agg(sql_to_sync, E'\n') AS script FROM pggit.schema_diff('main', 'main@{1}') \gset
:script
SELECT object_path FROM pggit.diff('main@{1}');
ROLLBACK;

-- What is told to have a new name keeps its data; what looks so is proposed.
ALTER TABLE app.orders RENAME "user" TO customer;
ALTER TABLE app.orders RENAME CONSTRAINT orders_user_fkey TO orders_customer_fkey;
ALTER TABLE app.orders RENAME TO sales;
SELECT length(pggit.commit('sales'));
SELECT * FROM pggit.schema_diff('HEAD~1', 'HEAD', ARRAY['app.orders=sales', 'app.sales.user=customer', 'app.sales.orders_user_fkey=orders_customer_fkey']);
ALTER TABLE app.sales RENAME TO orders;
SELECT length(pggit.commit('orders'));
SELECT split_part(pggit.generate_migration('HEAD~1', 'HEAD'), E'\n', 1);
SELECT pggit.generate_migration('HEAD~1', 'HEAD', renames => ARRAY['app.sales=orders']);
SELECT pggit.generate_migration('HEAD~1', 'HEAD', renames => ARRAY['app.nothing=orders']);
\echo :SQLSTATE
SELECT pggit.generate_migration('HEAD~1', 'HEAD', renames => ARRAY[NULL]);
\echo :SQLSTATE
SELECT * FROM pggit.schema_diff('HEAD', 'nothing');
\echo :SQLSTATE
SELECT pggit.deinit();
DROP EXTENSION pggit;
DROP TABLE app.orders;
DROP SCHEMA app;
DROP VIEW emails;
DROP TABLE users;

CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ('ok'); CREATE TABLE app.a (id serial PRIMARY KEY, m app.mood DEFAULT 'ok', i int GENERATED ALWAYS AS IDENTITY);
CREATE TABLE b (a_id int REFERENCES app.a, k int DEFAULT nextval('app.a_id_seq'), l app.a); CREATE VIEW v AS SELECT a.id, a.m FROM app.a, b;
CREATE FUNCTION app.f(app.a, app.mood[]) RETURNS SETOF app.a LANGUAGE sql SET search_path = app AS 'SELECT * FROM app.a';
CREATE FUNCTION g() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT count(*)::int FROM app.a; END;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO PUBLIC; CREATE FUNCTION app.same(app.mood, app.mood) RETURNS bool LANGUAGE sql IMMUTABLE AS $$SELECT $1 IS NOT DISTINCT FROM $2$$; CREATE OPERATOR app.=== (LEFTARG = app.mood, RIGHTARG = app.mood, FUNCTION = app.same);
GRANT USAGE ON SCHEMA app TO PUBLIC;

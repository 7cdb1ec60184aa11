CREATE TABLE source (id integer); CREATE VIEW t AS SELECT id FROM source;

CREATE TABLE b (id bigint CONSTRAINT a_id_key UNIQUE, y text NOT NULL DEFAULT 'n', fresh int); CREATE INDEX a_x ON b (lower(y)); CREATE VIEW v AS SELECT a.id, a.y AS x, a.fresh FROM b AS a, b;
CREATE TABLE c (a_id int REFERENCES b(id));

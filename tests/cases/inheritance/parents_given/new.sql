CREATE TABLE fresh (id integer NOT NULL DEFAULT 3, made timestamp, CHECK (id > 0));
CREATE TABLE kept (k integer NOT NULL DEFAULT 1, note varchar(80), more boolean, CHECK (k > 0));
CREATE TABLE child (own date, given text) INHERITS (fresh, kept);
ALTER TABLE child ALTER COLUMN more SET DEFAULT true;
CREATE INDEX by_note ON child (note, own);
CREATE VIEW of_child AS SELECT id, note FROM child;
INSERT INTO child (own) VALUES ('2000-01-01');
CREATE TABLE other (own date) INHERITS (kept);

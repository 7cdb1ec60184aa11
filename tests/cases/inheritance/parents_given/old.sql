CREATE TABLE kept (k integer NOT NULL DEFAULT 1, note text, CHECK (k > 0));
CREATE TABLE child (own date);
INSERT INTO child VALUES ('2000-01-01');
CREATE TABLE other (own date);

CREATE TABLE parent (a integer, b text);
CREATE TABLE child (own date) INHERITS (parent);
INSERT INTO child VALUES (1, 'x', '2000-01-01');

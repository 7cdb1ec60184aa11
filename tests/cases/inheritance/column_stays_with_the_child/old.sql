CREATE TABLE p (a integer, b text);
CREATE TABLE keeps () INHERITS (p);
CREATE TABLE loses () INHERITS (p);

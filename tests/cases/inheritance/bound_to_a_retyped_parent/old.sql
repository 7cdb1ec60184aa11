CREATE TABLE p (a integer, b text);
CREATE TABLE c (a integer, b text, own integer);
CREATE TABLE dropped (own text) INHERITS (p);

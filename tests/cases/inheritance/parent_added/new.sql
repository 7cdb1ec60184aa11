CREATE TABLE p (a integer);
CREATE TABLE q (a integer);
CREATE TABLE c () INHERITS (p, q);
CREATE TABLE d () INHERITS (p);

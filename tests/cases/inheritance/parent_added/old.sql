CREATE TABLE p (a integer);
CREATE TABLE q (a integer);
CREATE TABLE c () INHERITS (p);
CREATE TABLE d () INHERITS (p, q);

CREATE TABLE p (a bigint NOT NULL, b date, own text);
CREATE TABLE c (a bigint, b date, own text) INHERITS (p);
CREATE TABLE made (more integer) INHERITS (p);

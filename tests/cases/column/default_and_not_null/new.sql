CREATE TABLE t (a integer DEFAULT 2 NOT NULL, b text DEFAULT 'x', c date, d integer DEFAULT 7 NOT NULL);

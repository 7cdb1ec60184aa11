CREATE TABLE t (a integer DEFAULT 1, b text NOT NULL, c date DEFAULT CURRENT_DATE, d integer); INSERT INTO t VALUES (1, 'x', now(), 4);

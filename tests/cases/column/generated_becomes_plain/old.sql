CREATE TABLE t (a integer, b integer, c text, d integer GENERATED ALWAYS AS (a + 1) STORED, e integer GENERATED ALWAYS AS (b * 2) STORED);

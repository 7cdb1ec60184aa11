CREATE TABLE t (a integer, b text, c date, d timestamptz, e jsonb, f text, g boolean, h integer[], i integer, j numeric(10,2));

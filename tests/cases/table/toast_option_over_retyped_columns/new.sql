CREATE TABLE t (a point, b text[]) WITH (toast.autovacuum_enabled = false);

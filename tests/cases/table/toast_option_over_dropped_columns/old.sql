CREATE TABLE t (a integer, b text) WITH (toast.autovacuum_enabled = false);

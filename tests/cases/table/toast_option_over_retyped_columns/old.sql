CREATE TABLE t (a text, b box) WITH (toast.autovacuum_enabled = false);

CREATE TABLE t (a bigint, c text) WITH (toast.autovacuum_enabled = false);

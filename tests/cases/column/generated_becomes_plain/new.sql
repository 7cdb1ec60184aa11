CREATE TABLE t (a bigint, c text, d integer, e bigint);

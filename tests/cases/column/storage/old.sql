CREATE TABLE t (a text, b text, c integer, d text COMPRESSION pglz); ALTER TABLE t ALTER a SET STORAGE EXTERNAL, ALTER c SET STATISTICS 10, ALTER c SET (n_distinct = 5);

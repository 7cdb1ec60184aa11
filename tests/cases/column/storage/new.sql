CREATE TABLE t (a text, b text, c integer, d text); ALTER TABLE t ALTER b SET STORAGE MAIN, ALTER c SET STATISTICS 20, ALTER c SET (n_distinct_inherited = 5), ALTER a SET (n_distinct = -1);

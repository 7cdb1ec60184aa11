-- The schema, as definitions
--
-- Every object has one canonical text: the same schema gives the same bytes on every machine.
SELECT object_path FROM pggit.schema();

\pset format unaligned
\pset tuples_only on
SELECT definition FROM pggit.schema() WHERE object_path = 'public/tables/orders.sql';
\pset format aligned
\pset tuples_only off

-- From the shell: pggit snapshot -o schema/ writes them as files, pggit restore-schema schema/ makes
-- the script that rebuilds them in an empty database.

-- Is everything as it should be?
--
-- The doctor looks at the installation, and says what to do about what it does not like.
\set ECHO queries

SELECT check_name, status, details FROM pggit.doctor();

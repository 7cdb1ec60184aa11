-- pggit.version(): used, misused, and called by every role. The state of each error is echoed.
\set SHOW_CONTEXT always
CREATE EXTENSION pggit;
SELECT pggit.version();
SELECT pggit.version() = extversion AS same FROM pg_extension WHERE extname = 'pggit';

SELECT pggit.version(1);
\echo :SQLSTATE

CREATE ROLE regress_pggit_version;
SET ROLE regress_pggit_version;
SELECT pggit.version();
RESET ROLE;
DROP ROLE regress_pggit_version;

DO $$ BEGIN CREATE ROLE pggit_test_alice; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
CREATE TABLE t (a integer GENERATED ALWAYS AS IDENTITY, b text, c text);
GRANT SELECT (b), UPDATE (c) ON t TO pggit_test_alice;
GRANT USAGE ON SEQUENCE t_a_seq TO pggit_test_alice;

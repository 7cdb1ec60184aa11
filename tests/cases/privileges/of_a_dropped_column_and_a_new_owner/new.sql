DO $$ BEGIN CREATE ROLE pggit_test_alice; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
CREATE TABLE t (a integer, c text);
ALTER TABLE t OWNER TO pggit_test_alice;

CREATE SUBSCRIPTION s CONNECTION 'host=localhost dbname=y' PUBLICATION q, r WITH (connect = false, slot_name = 'other', binary, synchronous_commit = 'local');

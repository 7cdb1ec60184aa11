CREATE TABLE users (id bigint NOT NULL, email text, age smallint NOT NULL DEFAULT 1, note varchar(40) COLLATE "C",
  bio text DEFAULT 'none' NOT NULL);
COMMENT ON COLUMN users.bio IS 'who';

CREATE TABLE users (id integer NOT NULL, email text NOT NULL, age smallint, note varchar(20), gone integer);

CREATE TABLE fresh (id serial PRIMARY KEY, a text UNIQUE, CHECK (a <> ''));

CREATE TABLE gone (id serial PRIMARY KEY, a text);

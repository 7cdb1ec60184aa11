CREATE TABLE a (x integer); CREATE TABLE b (x integer); CREATE SEQUENCE s OWNED BY a.x; CREATE SEQUENCE kept OWNED BY a.x; CREATE TABLE dropped (x serial);

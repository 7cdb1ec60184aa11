CREATE TABLE t (a text, b character varying(20), c text[], d text, e numeric(10,2), f text);
CREATE DOMAIN short AS character varying(5);

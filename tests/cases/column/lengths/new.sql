CREATE DOMAIN short AS character varying(5);
CREATE TABLE t (a character varying(10), b character(5), c character varying(5)[], d bit varying(7), e numeric(12,4), f short);

CREATE TABLE b (x integer); CREATE SEQUENCE s OWNED BY b.x; CREATE SEQUENCE kept; CREATE SEQUENCE dropped_x_seq AS integer;

CREATE TYPE status AS ENUM ('open', 'closed');
CREATE TABLE orders (id integer, s status NOT NULL DEFAULT 'open');

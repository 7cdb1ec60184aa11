CREATE TYPE status AS ENUM ('new', 'open', 'paid', 'closed', 'lost');
CREATE TABLE orders (id integer, s status NOT NULL DEFAULT 'new');

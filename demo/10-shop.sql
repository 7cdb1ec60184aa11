-- A small shop
--
-- Four tables, a view, a function and a trigger: the kind of schema that a team changes every week.
CREATE TYPE order_status AS ENUM ('open', 'paid', 'shipped', 'cancelled');

CREATE TABLE customers (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    email text NOT NULL UNIQUE CHECK (email LIKE '%@%'),
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE products (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sku text NOT NULL UNIQUE,
    title text NOT NULL,
    price numeric(10, 2) NOT NULL CHECK (price > 0),
    stock integer NOT NULL DEFAULT 0 CHECK (stock >= 0)
);

CREATE TABLE orders (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customers (id),
    status order_status NOT NULL DEFAULT 'open',
    ordered_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX orders_of_customer ON orders (customer_id, ordered_at DESC);

CREATE TABLE order_items (
    order_id integer NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    product_id integer NOT NULL REFERENCES products (id),
    quantity integer NOT NULL CHECK (quantity > 0),
    unit_price numeric(10, 2) NOT NULL,
    PRIMARY KEY (order_id, product_id)
);

CREATE VIEW order_totals AS
SELECT o.id, c.name AS customer, o.status, sum(i.quantity * i.unit_price) AS total
FROM orders o
JOIN customers c ON c.id = o.customer_id
JOIN order_items i ON i.order_id = o.id
GROUP BY o.id, c.name, o.status;

CREATE FUNCTION customer_revenue(customer integer) RETURNS numeric
LANGUAGE sql STABLE
RETURN (
    SELECT coalesce(sum(i.quantity * i.unit_price), 0)
    FROM orders o JOIN order_items i ON i.order_id = o.id
    WHERE o.customer_id = customer AND o.status <> 'cancelled'
);

CREATE FUNCTION take_from_stock() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE products SET stock = stock - NEW.quantity WHERE id = NEW.product_id;
    RETURN NEW;
END
$$;
CREATE TRIGGER take_from_stock AFTER INSERT ON order_items
FOR EACH ROW EXECUTE FUNCTION take_from_stock();

INSERT INTO customers (name, email)
SELECT 'Customer ' || n, 'customer' || n || '@example.com' FROM generate_series(1, 100) n;

INSERT INTO products (sku, title, price, stock)
SELECT 'SKU-' || to_char(n, 'FM000'), 'Product ' || n, 5 + n * 1.25, 10000 FROM generate_series(1, 40) n;

INSERT INTO orders (customer_id, status, ordered_at)
SELECT 1 + n * 7 % 100, (ARRAY['open', 'paid', 'shipped', 'shipped', 'cancelled'])[1 + n % 5]::order_status,
       timestamptz '2026-01-01' + n * interval '3 hours'
FROM generate_series(1, 500) n;

INSERT INTO order_items (order_id, product_id, quantity, unit_price)
SELECT o.id, p.id, 1 + (o.id + p.id) % 3, p.price
FROM orders o JOIN products p ON (o.id * 3 + p.id) % 17 = 0;

\set ECHO queries

SELECT customer, count(*) AS orders, sum(total) AS total
FROM order_totals WHERE status <> 'cancelled'
GROUP BY customer ORDER BY total DESC, customer LIMIT 3;

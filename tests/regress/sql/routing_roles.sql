-- What a role may on a branch, and what is main's wherever the session went.
\set SHOW_CONTEXT never
SET client_min_messages = warning;
CREATE EXTENSION pggit;
CREATE TABLE users (id int);
CREATE TABLE secret (id int);
CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (p int REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
CREATE ROLE regress_pggit_guest;
GRANT SELECT ON users TO regress_pggit_guest;
SELECT pggit.init();
SELECT length(pggit.create_branch('x'));
RESET client_min_messages;

-- Anybody may go to a branch; what is there asks for the rights that it asks for on main.
SET ROLE regress_pggit_guest;
SELECT pggit.switch_branch('x');
SELECT count(*) FROM public.users;
SELECT count(*) FROM secret;
CREATE TABLE public.theirs ();
RESET ROLE;
-- Rights on the branch's schema are its own.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
SET ROLE regress_pggit_guest;
SELECT count(*) FROM public.users;
SELECT count(*) FROM users;
SELECT count(*) FROM pggit_branch_x.users;
SET pggit.current_branch = main;
SELECT count(*) FROM public.users;
RESET ROLE;

-- A key of main's that is checked when the session is elsewhere, and a branch's when it is back.
BEGIN;
INSERT INTO child VALUES (1);
INSERT INTO parent VALUES (1);
SELECT pggit.switch_branch('x');
COMMIT;
BEGIN;
INSERT INTO child VALUES (2);
SELECT pggit.switch_branch('main');
INSERT INTO parent VALUES (2);
COMMIT;
SELECT pggit.switch_branch('main');
BEGIN;
INSERT INTO child VALUES (3);
SELECT pggit.switch_branch('x');
INSERT INTO parent VALUES (3);
COMMIT;
SELECT pggit.switch_branch('main');
SELECT * FROM child;
SELECT * FROM parent;

-- What roles own is on main, too.
SELECT pggit.switch_branch('x');
DROP OWNED BY regress_pggit_guest;
REASSIGN OWNED BY regress_pggit_guest TO CURRENT_USER;
SELECT pggit.switch_branch('main');

DROP OWNED BY regress_pggit_guest;
DROP ROLE regress_pggit_guest;

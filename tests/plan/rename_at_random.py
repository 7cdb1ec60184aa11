#!/usr/bin/env python3
"""Gives things in a database other names, as a person does with ALTER ... RENAME.

    rename_at_random.py DATABASE SEED COUNT

Prints what "pggit diff --rename" is to be told, a line a rename, in the order in which they ran. What
the server refuses to rename is passed over.
"""

import random
import subprocess
import sys

# A name as pggit takes it, and the statement; %s is the new name, quoted. Members of extensions and
# what goes with something else are left out.
RENAMES = r"""
WITH users AS (
  SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'),
bound AS (
  SELECT classid, objid FROM pg_depend WHERE deptype IN ('e', 'i')),
relations AS (
  SELECT c.oid, relkind, relname, reloftype, format('%I.%I', nspname, relname) AS path, CASE relkind WHEN 'v' THEN 'VIEW'
    WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE' WHEN 'i' THEN 'INDEX'
    WHEN 'I' THEN 'INDEX' ELSE 'TABLE' END AS kind
  FROM pg_class c JOIN users u ON u.oid = relnamespace
  WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'i', 'I')
    AND NOT EXISTS (SELECT FROM bound b WHERE b.classid = 'pg_class'::regclass AND b.objid = c.oid)),
types AS (
  SELECT t.oid, format('%I.%I', nspname, typname) AS path, CASE typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END AS kind
  FROM pg_type t JOIN users u ON u.oid = typnamespace LEFT JOIN pg_class c ON c.oid = typrelid
  WHERE (typtype IN ('d', 'e') OR relkind = 'c')
    AND NOT EXISTS (SELECT FROM bound b WHERE b.classid = 'pg_type'::regclass AND b.objid = t.oid)),
found (told, statement) AS (
  SELECT format('%s %s', kind, path), format('ALTER %s %s RENAME TO %%s', kind, path) FROM relations
  UNION ALL
  SELECT format('column %s.%I', path, attname), format('ALTER %s %s RENAME COLUMN %I TO %%s', kind, path, attname)
  FROM relations r JOIN pg_attribute ON attrelid = r.oid
  WHERE kind IN ('TABLE', 'VIEW', 'FOREIGN TABLE') AND attnum > 0 AND NOT attisdropped AND attinhcount = 0
    AND reloftype = 0
  UNION ALL
  SELECT format('constraint %s.%I', path, conname), format('ALTER TABLE %s RENAME CONSTRAINT %I TO %%s', path, conname)
  FROM relations r JOIN pg_constraint ON conrelid = r.oid
  WHERE kind = 'TABLE' AND coninhcount = 0 AND conparentid = 0 AND contype IN ('c', 'p', 'u', 'x', 'f')
  UNION ALL
  SELECT format('%s %s', kind, path), format('ALTER %s %s RENAME TO %%s', kind, path) FROM types
  UNION ALL
  SELECT format('value %s.%I', path, enumlabel), format('ALTER TYPE %s RENAME VALUE %L TO %%s', path, enumlabel)
  FROM types t JOIN pg_enum ON enumtypid = t.oid
  UNION ALL
  SELECT format('schema %I', nspname), format('ALTER SCHEMA %I RENAME TO %%s', nspname) FROM users u
  WHERE nspname <> 'public'
    AND NOT EXISTS (SELECT FROM bound b WHERE b.classid = 'pg_namespace'::regclass AND b.objid = u.oid)
  UNION ALL
  SELECT format('function %s', p.oid::regprocedure), format('ALTER FUNCTION %s RENAME TO %%s', p.oid::regprocedure)
  FROM pg_proc p JOIN users u ON u.oid = pronamespace
  WHERE prokind = 'f'
    AND NOT EXISTS (SELECT FROM bound b WHERE b.classid = 'pg_proc'::regclass AND b.objid = p.oid))
SELECT lower(split_part(told, ' ', 1)) || substr(told, strpos(told, ' ')) AS told, statement
FROM found WHERE told !~ E'[\n\x02]' ORDER BY 1, 2
"""


def psql(database, *arguments, text=None):
    command = ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", database, *arguments]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False)


def main():
    database, seed, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    choice = random.Random(seed)
    listed = psql(database, "-F", "\x02", text="SET search_path = '';" + RENAMES)
    if listed.returncode != 0:
        sys.exit(listed.stderr)
    rows = [row.split("\x02") for row in listed.stdout.split("\n") if row]
    choice.shuffle(rows)
    done = 0
    for number, (told, statement) in enumerate(rows):
        if done == count:
            break
        fresh = choice.choice(["n%d", "N %d", 'z"z%d', "a.a%d"]) % number
        quoted = '"' + fresh.replace('"', '""') + '"'
        value = told.startswith("value ")
        # What the server prints doubles no percent sign: the last %s is the name's place.
        before, _, after = statement.rpartition("%s")
        new = "'" + fresh.replace("'", "''") + "'" if value else quoted
        if psql(database, text="SET search_path = '';" + before + new + after).returncode == 0:
            print(told + "=" + quoted)
            done += 1
    if done == 0:
        sys.exit("nothing could be renamed")


if __name__ == "__main__":
    main()

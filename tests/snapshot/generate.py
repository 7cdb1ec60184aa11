#!/usr/bin/env python3
"""Prints SQL that fills an empty database with every kind of object, under hostile names, with
attributes chosen by chance.

    generate.py SEED SERVER_MAJOR [--vary SEED [--one-in N]] -o FILE

The same seed gives the same SQL. --vary makes a relative of it: a choice in eight, or N, falls differently,
and names stay where they can. Every statement is one that the server takes: one that fails is a
mistake here.
"""

import argparse
import random

PARTS = ["a", "Z", "x y", '"', "'", "\\", "$$", ".", "/", ",", ";", "(", ")", "[]", ":", "%", "^", "~", "--",
         "/*", "*/", "\n", "\t", "select", "TABLE", "é", "É", "ß", "日本", "e\u0301", "nul", " needs ", ": column ",
         " USING ", "=", "\u200d", "😀", "{", "}"]
PLAIN = ["users", "order", "user", "con", "_database", "Group", "schema", "public", "default", "index", "x1"]
TYPES = ["integer", "bigint", "smallint", "text", "character varying(20)", "numeric(10,2)", "boolean", "date",
         "timestamp(3) with time zone", "interval day to second(3)", "jsonb", "uuid", "bytea", '"char"', "integer[]",
         "text[]", "inet", "point", "bit varying(7)", "time without time zone", "tsvector", "name", "real", "xml"]
DEFAULTS = {"integer": ["7", "-1", "length('a;b')"], "bigint": ["0", "2 * 3"], "text": ["'it''s'", r"E'\\x\n'", "CURRENT_USER",
            "CASE WHEN now() > '2020-01-01' THEN 'a' ELSE ');' END"], "boolean": ["true", "(NOT true)"],
            "date": ["CURRENT_DATE", "'2020-02-29'"], "jsonb": ["""'{"a": [1, "--"]}'"""], "integer[]": ["'{1,NULL}'", "ARRAY[1, 2]"],
            "numeric(10,2)": ["1.50"], "timestamp(3) with time zone": ["now()"], "uuid": ["gen_random_uuid()"]}
MULTILINE = "line one\n  -- two; /* three\n'quoted' \"twice\" \\ $$ $body$ é"

ONE_LINE = MULTILINE.replace("\n", " ")


def q(name):
    return '"' + name.replace('"', '""') + '"'


def lit(text):
    return ("E" if "\\" in text else "") + "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


class Generator:
    def __init__(self, seed, major, vary=None, one_in=8):
        self.one_in = one_in
        self.seed = seed
        self.vary = vary
        self.major = major
        self.lines = []
        self.used = {"public"}
        self.schemas = ["public"]
        self.roles = ["postgres"]
        self.tables = []      # (qualified name, [(column, type)], primary key column or None)
        self.types = []       # types for columns beside the server's
        self.collations = ['"C"', '"POSIX"']
        self.functions = []   # IMMUTABLE, integer to integer

    def say(self, sql):
        self.lines.append(sql + ";")

    def begin(self, section):
        """From here on choices depend on the seed and the section alone, not on those before."""
        self.names = random.Random(f"{self.seed} {section} names")
        self.usual = random.Random(f"{self.seed} {section}")
        self.other = random.Random(f"{self.seed} {section} {self.vary}")

    @property
    def r(self):
        """Where the next choice comes from; both sources are drawn on, to stay in step."""
        fixed = random.Random(self.usual.random())
        varied = random.Random(self.other.random())
        return varied if self.vary is not None and varied.randrange(self.one_in) == 0 else fixed

    def chance(self, percent):
        return self.r.randrange(100) < percent

    def one(self, items):
        return self.r.choice(list(items))

    def some(self, items, least=0):
        items = list(items)
        r = self.r
        return r.sample(items, r.randint(min(least, len(items)), len(items)))

    def name(self):
        """A new name, of 63 bytes at most."""
        while True:
            r = self.names
            if r.randrange(100) < 25:
                text = r.choice(PLAIN) + (str(r.randrange(1000)) if r.randrange(2) else "")
            else:
                text = "".join(r.choice(PARTS) for _ in range(r.randint(1, 5)))
                if r.randrange(100) < 8:
                    text = (text + "x" * 63)[:63]
            text = text.encode()[:63].decode(errors="ignore")
            if text and text not in self.used:
                self.used.add(text)
                return text

    def new(self):
        return q(self.one(self.schemas)) + "." + q(self.name())

    def option(self):
        """The name of a foreign option, which holds no equals sign."""
        return q(self.name().replace("=", "_"))

    def role(self):
        return self.one(self.roles)

    def decorate(self, word, target, privileges=(), own=True, columns=()):
        """Comment, owner and privileges of what was just made."""
        if self.chance(50):
            self.say(f"COMMENT ON {word} {target} IS {lit(self.one([MULTILINE, 'plain', chr(39) * 3]))}")
        if own and self.chance(30):
            self.say(f"ALTER {word} {target} OWNER TO {self.role()}")
        grant_word = {"DOMAIN": "TYPE", "VIEW": "TABLE", "MATERIALIZED VIEW": "TABLE", "FOREIGN TABLE": "TABLE",
                      "SERVER": "FOREIGN SERVER", "AGGREGATE": "FUNCTION"}.get(word, word)
        if privileges and self.chance(50):
            if self.chance(40):
                self.say(f"REVOKE ALL ON {grant_word} {target} FROM PUBLIC")
            for role in self.some(self.roles[1:] + ["PUBLIC"]):
                option = " WITH GRANT OPTION" if role != "PUBLIC" and self.chance(30) else ""
                self.say(f"GRANT {', '.join(self.some(privileges, 1))} ON {grant_word} {target} TO {role}{option}")
        for column in columns:
            if self.chance(20):
                self.say(f"COMMENT ON COLUMN {target}.{q(column)} IS {lit(MULTILINE)}")
            if privileges and self.chance(15):
                self.say(f"GRANT SELECT ({q(column)}), UPDATE ({q(column)}) ON {target} TO {self.one(self.roles[1:])}")

    def make_roles(self):
        for name in ["pggit_test_alice", 'pggit_test_Bob "x"', "pggit_test ß;--"]:
            self.say(f"SELECT pg_catalog.count(*) = 0 AS missing FROM pg_catalog.pg_roles WHERE rolname = {lit(name)} \\gset\n"
                     f"\\if :missing\nCREATE ROLE {q(name)};\n\\endif\nSELECT 1 \\g /dev/null")
            self.roles.append(q(name))

    def make_schemas(self):
        for _ in range(3):
            name = self.name()
            self.schemas.append(name)
            authorization = f" AUTHORIZATION {self.role()}" if self.chance(30) else ""
            self.say(f"CREATE SCHEMA {q(name)}{authorization}")
            self.decorate("SCHEMA", q(name), ["USAGE", "CREATE"])
        for schema in self.schemas:
            self.say(f"GRANT ALL ON SCHEMA {q(schema)} TO {', '.join(self.roles[1:])}")

    def make_extensions(self):
        for extension in self.some(["citext", "hstore", "pg_trgm", "btree_gist"], 1):
            self.say(f"CREATE EXTENSION {extension} SCHEMA {q(self.one(self.schemas))}")
            if self.chance(50):
                self.say(f"COMMENT ON EXTENSION {extension} IS {lit(MULTILINE)}")

    def make_collations(self):
        for _ in range(2):
            name = self.new()
            self.say(f"CREATE COLLATION {name} " + self.one([
                'FROM "C"', "(LC_COLLATE = 'POSIX', LC_CTYPE = 'C')", "(PROVIDER = icu, LOCALE = 'de-u-co-phonebk')",
                "(PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false)"]))
            self.decorate("COLLATION", name)
            self.collations.append(name)
        name = self.new()
        self.say(f"CREATE {self.one(['', 'DEFAULT '])}CONVERSION {name} FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8")
        self.decorate("CONVERSION", name)

    def make_types(self):
        for _ in range(2):
            name = self.new()
            labels = ", ".join(lit(self.name()) for _ in range(self.r.randint(0, 4)))
            self.say(f"CREATE TYPE {name} AS ENUM ({labels})")
            self.decorate("TYPE", name, ["USAGE"])
            self.types.append(name)
        for _ in range(2):
            name = self.new()
            base = self.one(["text", "integer", "character varying(9)"])
            collate = f" COLLATE {self.one(self.collations)}" if base != "integer" and self.chance(50) else ""
            default = f" DEFAULT {self.one(['NULL', lit('7')])}" if self.chance(50) else ""
            checks = "".join(f" CONSTRAINT {q(self.name())} CHECK (VALUE IS NOT NULL OR VALUE IS NULL)"
                             for _ in range(self.r.randint(0, 2)))
            null = " NOT NULL" if self.chance(30) and default != " DEFAULT NULL" else ""
            self.say(f"CREATE DOMAIN {name} AS {base}{collate}{default}{null}{checks}")
            self.decorate("DOMAIN", name, ["USAGE"])
            self.types.append(name)
        name = self.new()
        attributes = [self.name() for _ in range(self.r.randint(1, 4))]
        lines = ", ".join(f"{q(a)} " + (f"text COLLATE {self.one(self.collations)}" if self.chance(30) else
                                        self.one(TYPES + self.types)) for a in attributes)
        self.say(f"CREATE TYPE {name} AS ({lines})")
        self.decorate("TYPE", name, ["USAGE"])
        for attribute in attributes:
            if self.chance(40):
                self.say(f"COMMENT ON COLUMN {name}.{q(attribute)} IS {lit(MULTILINE)}")
        self.types.append(name)
        name = self.new()
        self.say(f"CREATE TYPE {name} AS RANGE (SUBTYPE = " + self.one([
            "text, COLLATION = " + self.collations[0], "float8, SUBTYPE_DIFF = float8mi", "bigint"]) + ")")
        self.decorate("TYPE", name, ["USAGE"])
        self.types.append(name)
        # No statement moves the data of a base type to another: its relatives have the same one.
        name, put, get = (q(self.schemas[0]) + "." + q(self.name()) for _ in range(3))
        self.say(f"CREATE TYPE {name}")
        self.say(f"CREATE FUNCTION {put}(cstring) RETURNS {name} LANGUAGE internal IMMUTABLE STRICT AS 'int4in'")
        self.say(f"CREATE FUNCTION {get}({name}) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out'")
        self.say(f"CREATE TYPE {name} (INPUT = {put}, OUTPUT = {get}, LIKE = integer"
                 f"{', DEFAULT = ' + lit('7') if self.usual.random() < 0.5 else ''}{', PREFERRED = true' if self.usual.random() < 0.3 else ''})")
        self.decorate("TYPE", name, ["USAGE"])
        self.base_type = name
        self.types.append(name)
        self.say(f"CREATE TYPE {self.new()}")  # A shell for ever.

    def make_functions(self):
        for _ in range(3):
            name = self.new()
            argument = q(self.name()) if self.chance(70) else ""
            options = " ".join(self.some(["STRICT", "LEAKPROOF", "PARALLEL SAFE", "COST 7", "SECURITY DEFINER"]))
            setting = self.one(["", "SET search_path TO 'a', 'b\"c', pg_temp", "SET work_mem TO '1MB'", "SET \"My.var\" TO 'it''s'"])
            body = self.one([f"AS {lit('SELECT $1 + 1 -- ' + ONE_LINE)}", "RETURN $1 * 2", "BEGIN ATOMIC SELECT CASE WHEN $1 > 0 THEN $1 ELSE 0 END; END"])
            self.say(f"CREATE FUNCTION {name}({argument} integer) RETURNS integer LANGUAGE sql IMMUTABLE {options} {setting} {body}")
            self.decorate("FUNCTION", f"{name}(integer)", ["EXECUTE"])
            self.functions.append(name)
        name = self.new()
        self.say(f"CREATE FUNCTION {name}(VARIADIC {q(self.name())} text[] DEFAULT ARRAY['a,b', ')'], OUT {q(self.name())} {self.one(self.types)},"
                 f" OUT {q(self.name())} integer) RETURNS SETOF record LANGUAGE plpgsql ROWS 7 AS {lit('BEGIN RETURN; END -- ' + ONE_LINE)}")
        self.decorate("FUNCTION", f"{name}(text[])", ["EXECUTE"])
        name = self.new()
        self.say(f"CREATE PROCEDURE {name}(INOUT {q(self.name())} integer, IN {q(self.name())} {self.one(self.types)} DEFAULT NULL)"
                 " LANGUAGE plpgsql AS 'BEGIN END'")
        self.trigger_function = self.new()
        self.say(f"CREATE FUNCTION {self.trigger_function}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'")
        # Bodies that need each other.
        a, b = self.new(), self.new()
        self.say(f"CREATE FUNCTION {a}(integer) RETURNS integer LANGUAGE sql RETURN 1")
        self.say(f"CREATE FUNCTION {b}(integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT {a}($1); END")
        self.say(f"CREATE OR REPLACE FUNCTION {a}(integer) RETURNS integer LANGUAGE sql RETURN {b}($1)")
        name = self.new()
        self.say(f"CREATE AGGREGATE {name}(integer) (SFUNC = int4pl, STYPE = integer"
                 f"{', INITCOND = ' + lit('0') if self.chance(50) else ''}{', COMBINEFUNC = int4pl' if self.chance(50) else ''}"
                 f"{', PARALLEL = SAFE' if self.chance(50) else ''})")
        self.decorate("AGGREGATE", f"{name}(integer)", ["EXECUTE"])

    def make_operators(self):
        symbol = "".join(self.one("~@#&|`?") for _ in range(self.r.randint(2, 5)))
        schema, function = q(self.one(self.schemas)), self.new()
        self.say(f"CREATE FUNCTION {function}({self.base_type}, {self.base_type}) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'int4lt'")
        self.say(f"CREATE OPERATOR {schema}.{symbol} (FUNCTION = {function}, LEFTARG = {self.base_type}, RIGHTARG = {self.base_type}"
                 f"{', RESTRICT = scalarltsel, JOIN = scalarltjoinsel' if self.chance(50) else ''})")
        self.decorate("OPERATOR", f"{schema}.{symbol} ({self.base_type}, {self.base_type})")
        compare = self.new()
        self.say(f"CREATE FUNCTION {compare}({self.base_type}, {self.base_type}) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'btint4cmp'")
        family, opclass = self.new(), self.new()
        self.say(f"CREATE OPERATOR FAMILY {family} USING btree")
        self.decorate("OPERATOR FAMILY", f"{family} USING btree")
        self.say(f"CREATE OPERATOR CLASS {opclass} {self.one(['', 'DEFAULT '])}FOR TYPE {self.base_type} USING btree FAMILY {family} AS"
                 f" OPERATOR 1 {schema}.{symbol}, FUNCTION 1 {compare}({self.base_type}, {self.base_type})")
        self.decorate("OPERATOR CLASS", f"{opclass} USING btree")
        self.say(f"CREATE CAST ({self.base_type} AS integer) WITHOUT FUNCTION{self.one(['', ' AS ASSIGNMENT', ' AS IMPLICIT'])}")
        self.decorate("CAST", f"({self.base_type} AS integer)", own=False)
        self.say(f"CREATE CAST ({self.base_type} AS text) WITH INOUT")

    def make_languages(self):
        handler, language = self.new(), q(self.name())
        self.say(f"CREATE FUNCTION {handler}() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler'")
        self.say(f"CREATE {self.one(['', 'TRUSTED '])}LANGUAGE {language} HANDLER {handler}")
        self.decorate("LANGUAGE", language)
        self.say(f"CREATE TRANSFORM FOR integer LANGUAGE {language} (FROM SQL WITH FUNCTION prsd_lextype(internal))")
        self.decorate("TRANSFORM", f"FOR integer LANGUAGE {language}", own=False)
        self.access_method = q(self.name())
        self.say(f"CREATE ACCESS METHOD {self.access_method} TYPE TABLE HANDLER heap_tableam_handler")
        self.decorate("ACCESS METHOD", self.access_method, own=False)

    def make_text_search(self):
        parser, template, dictionary, configuration = (self.new() for _ in range(4))
        self.say(f"CREATE TEXT SEARCH PARSER {parser} (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype)")
        self.decorate("TEXT SEARCH PARSER", parser, own=False)
        self.say(f"CREATE TEXT SEARCH TEMPLATE {template} (INIT = dsimple_init, LEXIZE = dsimple_lexize)")
        self.decorate("TEXT SEARCH TEMPLATE", template, own=False)
        self.say(f"CREATE TEXT SEARCH DICTIONARY {dictionary} (TEMPLATE = {template}{', ACCEPT = false' if self.chance(50) else ''})")
        self.decorate("TEXT SEARCH DICTIONARY", dictionary)
        self.say(f"CREATE TEXT SEARCH CONFIGURATION {configuration} (PARSER = {parser})")
        self.say(f"ALTER TEXT SEARCH CONFIGURATION {configuration} ADD MAPPING FOR {', '.join(self.some(['word', 'asciiword', 'int', 'url'], 1))} WITH {dictionary}, simple")
        self.decorate("TEXT SEARCH CONFIGURATION", configuration)

    def make_sequences(self):
        for _ in range(2):
            name = self.new()
            options = " ".join(self.some(["AS bigint", "INCREMENT -3", "CACHE 5", "CYCLE", "MINVALUE -10", "MAXVALUE 99"]))
            self.say(f"CREATE {self.one(['', 'UNLOGGED '] if self.major >= 15 else [''])}SEQUENCE {name} {options}")
            self.decorate("SEQUENCE", name, ["USAGE", "SELECT", "UPDATE"])
            self.sequence = name

    def column(self, key):
        """The text of a new column and its name and type."""
        name = self.name()
        if key:
            text = self.one(["integer", "bigint", f"integer GENERATED {self.one(['ALWAYS', 'BY DEFAULT'])} AS IDENTITY"
                             f"{self.one(['', ' (START WITH 5 INCREMENT BY 2 CACHE 3)'])}"])
            return f"{q(name)} {text}", (name, text)
        kind = self.one(TYPES + self.types)
        text = f"{q(name)} {kind}"
        if kind == "text" and self.chance(30):
            text += " COMPRESSION pglz"
        if kind in ("text", "character varying(20)", "text[]") and self.chance(40):
            text += f" COLLATE {self.one(self.collations)}"
        if kind in DEFAULTS and self.chance(60):
            text += f" DEFAULT {self.one(DEFAULTS[kind])}"
        if kind == "integer" and self.chance(20):
            text = f"{q(name)} integer DEFAULT nextval({lit(self.sequence)})"
        if self.chance(30):
            text += " NOT NULL"
        return text, (name, kind)

    def decorate_columns(self, table, columns, word="TABLE"):
        for name, kind in columns:
            alter = f"ALTER {word} {table} ALTER COLUMN {q(name)}"
            if kind == "text" and word == "TABLE" and self.chance(30):
                self.say(f"{alter} SET STORAGE {self.one(['PLAIN', 'EXTERNAL', 'MAIN'])}")
            if self.chance(20):
                self.say(f"{alter} SET STATISTICS {self.r.randint(0, 900)}")
            if self.chance(15):
                self.say(f"{alter} SET (n_distinct = {self.one(['5', '-0.5'])})")

    def make_table(self):
        table = self.new()
        key, first = self.column(True)
        made = [self.column(False) for _ in range(self.r.randint(1, 6))]
        lines = [key] + [text for text, _ in made]
        columns = [first] + [column for _, column in made]
        k = q(first[0])
        if self.chance(40):
            lines.append(f"{q(self.name())} integer GENERATED ALWAYS AS ({self.one(self.functions)}({k}::integer)) STORED")
        has_key = self.chance(80)
        if has_key:
            lines.append(f"CONSTRAINT {q(self.name())} PRIMARY KEY ({k})")
        for _ in range(self.r.randint(0, 2)):
            lines.append(f"CONSTRAINT {q(self.name())} CHECK ({k} > {self.one(['0', self.one(self.functions) + '(1)'])})"
                         f"{self.one(['', ' NO INHERIT'])}")
        if self.chance(30):
            lines.append(f"CONSTRAINT {q(self.name())} UNIQUE ({k}){self.one(['', ' DEFERRABLE INITIALLY DEFERRED', ' WITH (fillfactor = 50)'])}")
        if self.chance(20):
            lines.append(f"CONSTRAINT {q(self.name())} EXCLUDE USING btree ({k} WITH =) WHERE ({k} > 3)")
        options = " WITH (" + ", ".join(self.some(["fillfactor = 70", "autovacuum_enabled = false", "toast.autovacuum_enabled = false",
                                                   "parallel_workers = 3"], 1)) + ")" if self.chance(30) else ""
        using = f" USING {self.access_method}" if self.chance(15) else ""
        persistence = self.one(["", "", "UNLOGGED "])
        self.say(f"CREATE {persistence}TABLE {table} (" + ", ".join(lines) + f"){using}{options}")
        self.decorate_columns(table, columns)
        self.decorate_table(table, columns, has_key)
        if "IDENTITY" in first[1] and self.chance(60):
            self.say(f"SELECT pg_catalog.format('COMMENT ON SEQUENCE %s IS ''counts'';GRANT USAGE ON SEQUENCE %1$s TO pggit_test_alice',"
                     f" pg_catalog.pg_get_serial_sequence({lit(table)}, {lit(first[0])})) AS remark \\gset\n:remark")
        self.tables.append((table, columns, first[0] if has_key and not persistence else None))

    def decorate_table(self, table, columns, has_key):
        key = columns[0][0]
        index = q(self.name())
        wheres = ["", f" WHERE {q(key)} > 5"]
        what = self.one([q(key), f"({self.one(self.functions)}({q(key)}::integer))", f"{q(key)} DESC NULLS LAST", f"abs({q(key)})"])
        self.say(f"CREATE {self.one(['', 'UNIQUE '])}INDEX {index} ON {table} USING btree ({what}){self.one(['', f' INCLUDE ({q(columns[-1][0])})'])}"
                 f"{self.one(['', ' WITH (fillfactor = 60)'])}{self.one(wheres)}")
        if self.chance(40):
            trigger = q(self.name())
            self.say(f"CREATE TRIGGER {trigger} {self.one(['BEFORE', 'AFTER'])} {self.one(['INSERT', 'UPDATE OF ' + q(key), 'DELETE OR UPDATE'])} ON {table}"
                     f" FOR EACH ROW {self.one(['', 'WHEN (pg_trigger_depth() < 3) '])}EXECUTE FUNCTION {self.trigger_function}({self.one(['', lit(MULTILINE)])})")
            self.decorate("TRIGGER", f"{trigger} ON {table}", own=False)
            if self.chance(40):
                self.say(f"ALTER TABLE {table} {self.one(['DISABLE', 'ENABLE ALWAYS', 'ENABLE REPLICA'])} TRIGGER {trigger}")
        if self.chance(30):
            self.say(f"CREATE CONSTRAINT TRIGGER {q(self.name())} AFTER INSERT ON {table} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {self.trigger_function}()")
        if self.chance(30):
            rule = q(self.name())
            self.say(f"CREATE RULE {rule} AS ON DELETE TO {table} WHERE (old.{q(key)} = 1) DO INSTEAD NOTHING")
            self.decorate("RULE", f"{rule} ON {table}", own=False)
        if self.chance(40):
            policy = q(self.name())
            self.say(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            self.say(f"CREATE POLICY {policy} ON {table}{self.one(['', ' AS RESTRICTIVE'])} FOR {self.one(['ALL', 'UPDATE'])} TO"
                     f" {', '.join(self.some(self.roles, 1))} USING ({q(key)} > 0){self.one(['', ' WITH CHECK (true)'])}")
            self.decorate("POLICY", f"{policy} ON {table}", own=False)
        if self.chance(20):
            self.say(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        if self.chance(20):
            self.say(f"ALTER TABLE {table} REPLICA IDENTITY {self.one(['FULL', 'NOTHING'])}")
        self.decorate("TABLE", table, ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"],
                      columns=[name for name, _ in columns])

    def make_relatives(self):
        """Foreign keys, children, partitions, typed tables."""
        for table, columns, _ in self.tables:
            targets = [t for t in self.tables if t[2]]
            if targets and self.chance(60):
                target = self.one(targets)
                self.say(f"ALTER TABLE {table} ADD CONSTRAINT {q(self.name())} FOREIGN KEY ({q(columns[0][0])}) REFERENCES {target[0]} ({q(target[2])})"
                         f"{self.one(['', ' MATCH FULL'])}{self.one(['', ' ON DELETE CASCADE', ' ON UPDATE RESTRICT ON DELETE SET DEFAULT'])}"
                         f"{self.one(['', ' DEFERRABLE', ' DEFERRABLE INITIALLY DEFERRED', ' NOT VALID'])}")
        # A table cannot be given other parents and forget which columns were its own.
        parent, other = (q(self.schemas[0]) + "." + q(self.name()) for _ in range(2))
        child, late = self.new(), self.new()
        a, b, c = q(self.name()), q(self.name()), q(self.name())
        self.say(f"CREATE TABLE {parent} ({a} integer NOT NULL DEFAULT 1, {b} text, CONSTRAINT {q(self.name())} CHECK ({a} > 0))")
        self.say(f"CREATE TABLE {other} ({c} date)")
        self.say(f"CREATE TABLE {child} ({q(self.name())} text) INHERITS ({parent}, {other})")
        if self.chance(50):
            self.say(f"ALTER TABLE ONLY {child} ALTER COLUMN {a} SET DEFAULT 9")
        if self.chance(50):
            self.say(f"ALTER TABLE ONLY {child} ALTER COLUMN {b} SET NOT NULL")
        self.say(f"CREATE TABLE {late} ({c} date, {q(self.name())} text)")
        self.say(f"ALTER TABLE {late} INHERIT {other}")
        whole, one, two = self.new(), self.new(), self.new()
        at, k = q(self.name()), q(self.name())
        self.say(f"CREATE TABLE {whole} ({k} integer NOT NULL, {at} date NOT NULL, PRIMARY KEY ({k}, {at})) PARTITION BY RANGE ({at})")
        self.say(f"CREATE TABLE {one} PARTITION OF {whole} FOR VALUES FROM ('2020-01-01') TO (MAXVALUE) PARTITION BY {self.one(['LIST', 'HASH'])} ({k})")
        self.say(f"CREATE TABLE {two} ({at} date NOT NULL, {k} integer NOT NULL)")
        self.say(f"ALTER TABLE {whole} ATTACH PARTITION {two} DEFAULT")
        self.say(f"CREATE INDEX {q(self.name())} ON {whole} ({k})")
        self.say(f"CREATE TRIGGER {q(self.name())} AFTER INSERT ON {whole} FOR EACH ROW EXECUTE FUNCTION {self.trigger_function}()")
        row, typed = self.new(), self.new()
        x = q(self.name())
        self.say(f"CREATE TYPE {row} AS ({x} integer, {q(self.name())} text)")
        self.say(f"CREATE TABLE {typed} OF {row} ({x} WITH OPTIONS DEFAULT 3 NOT NULL)")
        self.say(f"CREATE STATISTICS {self.new()} {self.one(['', '(ndistinct, mcv) '])}ON {a}, {b} FROM {parent}")
        self.parent = parent

    def make_views(self):
        for _ in range(3):
            view = self.new()
            table, columns, key = self.one(self.tables)
            names = [self.name() for _ in columns]
            shown = ", ".join(f"t.{q(c)} AS {q(n)}" for (c, _), n in zip(columns, names))
            option = self.one(["", " WITH (security_barrier)", " WITH (check_option = local)"])
            self.say(f"CREATE VIEW {view}{option} AS SELECT {shown} FROM {table} t WHERE t.{q(columns[0][0])} > 0")
            if self.chance(40):
                self.say(f"ALTER VIEW {view} ALTER COLUMN {q(names[0])} SET DEFAULT 5")
            if self.chance(30):
                self.say(f"CREATE TRIGGER {q(self.name())} INSTEAD OF INSERT ON {view} FOR EACH ROW EXECUTE FUNCTION {self.trigger_function}()")
            self.decorate("VIEW", view, ["SELECT", "INSERT"], columns=names)
            name = self.new()
            n = q(self.name())
            self.say(f"CREATE MATERIALIZED VIEW {name} ({n}) {self.one(['', 'WITH (fillfactor = 80) '])}AS SELECT v.{q(names[0])} FROM {view} v WITH NO DATA")
            self.say(f"CREATE UNIQUE INDEX {q(self.name())} ON {name} ({n})")
            self.decorate("MATERIALIZED VIEW", name, ["SELECT"])
        # Views and functions that need each other.
        # pg_dump opens a circle of views at one that depends on their order of creation, which is that of
        # their names once they are restored.
        first, second = sorted(q(self.schemas[0]) + "." + q(self.name()) for _ in range(2))
        function, kept = self.new(), self.new()
        self.say(f'CREATE VIEW {first} AS SELECT 1 AS n, \'a\'::text COLLATE "C" AS {q(self.name())}')
        self.say(f"CREATE VIEW {second} AS SELECT * FROM {first}")
        self.say(f"CREATE OR REPLACE VIEW {first} AS SELECT * FROM {second}")
        self.say(f"CREATE FUNCTION {function}() RETURNS bigint LANGUAGE sql RETURN 1")
        self.say(f"CREATE MATERIALIZED VIEW {kept} AS SELECT {function}() AS n WITH NO DATA")
        self.say(f"CREATE OR REPLACE FUNCTION {function}() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT sum(m.n) FROM {kept} m; END")

    def make_foreign(self):
        wrapper, server, table = q(self.name()), q(self.name()), self.new()
        self.say(f"CREATE FOREIGN DATA WRAPPER {wrapper} OPTIONS ({self.option()} {lit(MULTILINE)})")
        self.decorate("FOREIGN DATA WRAPPER", wrapper, ["USAGE"], own=False)
        self.say(f"CREATE SERVER {server} TYPE {lit(self.name())} VERSION {lit(self.name())} FOREIGN DATA WRAPPER {wrapper} OPTIONS (host {lit(self.name())})")
        self.decorate("SERVER", server, ["USAGE"], own=False)
        self.say(f"CREATE USER MAPPING FOR {self.one(self.roles + ['PUBLIC'])} SERVER {server} OPTIONS (user {lit(self.name())})")
        columns = [(self.name(), self.one(TYPES)) for _ in range(3)]
        self.say(f"CREATE FOREIGN TABLE {table} (" + ", ".join(f"{q(n)} {t} OPTIONS ({self.option()} {lit(self.name())})" for n, t in columns) +
                 f") SERVER {server} OPTIONS ({self.option()} 'x')")
        self.decorate_columns(table, columns, "FOREIGN TABLE")
        self.decorate("FOREIGN TABLE", table, ["SELECT"], columns=[n for n, _ in columns])

    def make_the_rest(self):
        publication = q(self.name())
        table = self.one([t[0] for t in self.tables if t[2]] + [self.parent])
        self.say(f"CREATE PUBLICATION {publication} {self.one(['', 'FOR ALL TABLES', 'FOR TABLE ' + table])} WITH (publish = '{self.one(['insert', 'insert, delete'])}')")
        self.decorate("PUBLICATION", publication, own=False)
        subscription = q(self.name())
        self.say(f"CREATE SUBSCRIPTION {subscription} CONNECTION 'host=localhost dbname=x' PUBLICATION {q(self.name())} WITH (connect = false, slot_name = 'x', binary)")
        self.decorate("SUBSCRIPTION", subscription, own=False)
        function, trigger = self.new(), q(self.name())
        self.say(f"CREATE FUNCTION {function}() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'")
        self.say(f"CREATE EVENT TRIGGER {trigger} ON {self.one(['ddl_command_end', 'sql_drop'])} WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION {function}()")
        self.decorate("EVENT TRIGGER", trigger, own=False)
        self.say(f"ALTER EVENT TRIGGER {trigger} {self.one(['DISABLE', 'ENABLE ALWAYS', 'ENABLE'])}")
        self.say(f"ALTER DEFAULT PRIVILEGES FOR ROLE {self.role()} IN SCHEMA {q(self.one(self.schemas))} GRANT SELECT ON TABLES TO {self.one(self.roles[1:])}")
        self.say(f"ALTER DEFAULT PRIVILEGES FOR ROLE {self.role()} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC")

    def run(self):
        self.begin("settings")
        self.say("SET client_min_messages = error")
        sections = [self.make_roles, self.make_schemas, self.make_extensions, self.make_collations, self.make_types,
                    self.make_functions, self.make_operators, self.make_languages, self.make_text_search,
                    self.make_sequences] + [self.make_table] * 6 + [
                    self.make_relatives, self.make_views, self.make_foreign, self.make_the_rest]
        for number, section in enumerate(sections):
            self.begin(f"{section.__name__} {number}")
            section()
        return "\n".join(self.lines) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("seed", type=int)
    parser.add_argument("major", type=int)
    parser.add_argument("--vary", type=int)
    parser.add_argument("--one-in", type=int, default=8)
    parser.add_argument("-o", "--output", required=True)
    arguments = parser.parse_args()
    with open(arguments.output, "w", encoding="utf-8") as output:
        output.write(Generator(arguments.seed, arguments.major, arguments.vary, arguments.one_in).run())


main()

-- Text search objects. Loads into an empty database as a superuser.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_reader') THEN
    CREATE ROLE pggit_test_reader;
  END IF;
END
$$;

CREATE SCHEMA app;
CREATE TEXT SEARCH PARSER app.bare (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,
  LEXTYPES = prsd_lextype);
CREATE TEXT SEARCH PARSER app."Parser ""x"", y" (START = prsd_start, GETTOKEN = prsd_nexttoken,
  END = prsd_end, HEADLINE = prsd_headline, LEXTYPES = prsd_lextype);
COMMENT ON TEXT SEARCH PARSER app.bare IS 'as the server''s own';

CREATE TEXT SEARCH TEMPLATE app.bare (LEXIZE = dsimple_lexize);
CREATE FUNCTION app."Init it"(internal) RETURNS internal LANGUAGE internal STRICT AS 'dsimple_init';
CREATE TEXT SEARCH TEMPLATE app."Template (x)" (INIT = app."Init it", LEXIZE = dsimple_lexize);
COMMENT ON TEXT SEARCH TEMPLATE app.bare IS 'no settings';

CREATE TEXT SEARCH DICTIONARY app.plain (TEMPLATE = simple);
CREATE TEXT SEARCH DICTIONARY app.english (TEMPLATE = snowball, STOPWORDS = 'english', LANGUAGE = 'english');
ALTER TEXT SEARCH DICTIONARY app.english (LANGUAGE = 'german');
CREATE TEXT SEARCH DICTIONARY app."Its ""own"", dict" (TEMPLATE = app."Template (x)", ACCEPT = false);
COMMENT ON TEXT SEARCH DICTIONARY app.english IS 'a dictionary';
ALTER TEXT SEARCH DICTIONARY app.english OWNER TO pggit_test_reader;

CREATE TEXT SEARCH CONFIGURATION app.empty (PARSER = app."Parser ""x"", y");
CREATE TEXT SEARCH CONFIGURATION app.copied (COPY = pg_catalog.english);
CREATE TEXT SEARCH CONFIGURATION app."Configure, ""it""" (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION app."Configure, ""it""" ADD MAPPING FOR word, asciiword, int
  WITH app."Its ""own"", dict", app.english, simple;
ALTER TEXT SEARCH CONFIGURATION app."Configure, ""it""" ALTER MAPPING FOR int
  WITH pg_catalog.simple, app.plain;
COMMENT ON TEXT SEARCH CONFIGURATION app.copied IS 'from another';
ALTER TEXT SEARCH CONFIGURATION app.copied OWNER TO pggit_test_reader;

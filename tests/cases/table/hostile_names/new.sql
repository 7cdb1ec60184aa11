CREATE SCHEMA "select";
CREATE TABLE "select"."T ""x"" ; --" ("a b" bigint NOT NULL, "order" integer DEFAULT 2, "Ünï" text DEFAULT 'it''s \');
CREATE UNIQUE INDEX "I (x)" ON "select"."T ""x"" ; --" ("a b");
COMMENT ON COLUMN "select"."T ""x"" ; --"."Ünï" IS 'two
lines';

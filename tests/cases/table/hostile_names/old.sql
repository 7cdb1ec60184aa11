CREATE SCHEMA "select";
CREATE TABLE "select"."T ""x"" ; --" ("a b" integer, "c;d" text, "order" integer DEFAULT 1);
CREATE INDEX "I (x)" ON "select"."T ""x"" ; --" ("a b");

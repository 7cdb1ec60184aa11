CREATE TABLE t (a bigint, b text);
CREATE POLICY p ON t USING (a > 0);
CREATE POLICY q ON t USING (a > 0);

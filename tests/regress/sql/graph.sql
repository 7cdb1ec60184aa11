-- The packed commit graph: it is written in passing, and walks over it find what is there.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;
SELECT pggit_v0.write_commit_graph();
\echo :SQLSTATE
SELECT pggit.init();
SELECT * FROM pggit_v0.packed_graph;

-- A line of commits until one packs it; which one does is told by its id.
CREATE FUNCTION line_until_packed(ref text, INOUT length int DEFAULT 0) LANGUAGE plpgsql AS $$
DECLARE
  tip text := pggit_v0.rev_parse('HEAD');
BEGIN
  LOOP
    length := length + 1;
    tip := pggit_v0.commit_tree('HEAD^{tree}', ARRAY[tip], ref || length);
    EXIT WHEN EXISTS (SELECT FROM pggit_v0.packed_graph WHERE ids::text LIKE '%' || tip || '%');
  END LOOP;
  PERFORM pggit_v0.update_ref(ref, tip);
END
$$;
SELECT line_until_packed('refs/heads/a') AS a \gset
SELECT sum(commits) = :a + 1 AS packed FROM pggit_v0.packed_graph;
SELECT line_until_packed('refs/heads/b') AS b \gset
SELECT sum(commits) = :a + :b + 1 AS packed FROM pggit_v0.packed_graph;
SELECT pggit_v0.rev_list_count('a') = :a + 1 AS a, pggit_v0.rev_list_count('a..b') = :b AS b,
  pggit_v0.rev_list_count('a...b') = :a + :b AS both, pggit_v0.rev_list_count('b', true) = :b + 1 AS first_parents;
SELECT count(*) = :a + 1 AS listed, bool_and(sha = pggit_v0.rev_parse('a~' || n - 1)) AS in_order
FROM pggit_v0.rev_list('a') WITH ORDINALITY AS l (sha, n);
SELECT pggit_v0.merge_base('a', 'b') = pggit_v0.rev_parse('HEAD') AS merge_base, pggit_v0.is_ancestor('HEAD', 'b') AS above,
  pggit_v0.is_ancestor('a', 'b') AS beside;

-- With commits on top that are not packed, and a merge of four.
SELECT pggit_v0.update_ref('refs/heads/c', pggit_v0.commit_tree('HEAD^{tree}', ARRAY['a', 'b', 'HEAD', 'a~1'], 'merge'));
SELECT pggit_v0.rev_list_count('c') = :a + :b + 2 AS all, pggit_v0.merge_base('c', 'b') = pggit_v0.rev_parse('b') AS base;
SELECT pggit_v0.write_commit_graph() = :a + :b + 2 AS all;
SELECT pggit_v0.rev_list_count('c') = :a + :b + 2 AS all, pggit_v0.rev_parse('c^4') = pggit_v0.rev_parse('a~1') AS fourth;
SELECT DISTINCT layer FROM pggit_v0.packed_graph;
SELECT * FROM pggit_v0.fsck();

-- A transaction that is taken back takes its packing along.
BEGIN;
SELECT pggit_v0.update_ref('refs/heads/d', pggit_v0.commit_tree('HEAD^{tree}', ARRAY['c'], 'gone'));
SELECT pggit_v0.write_commit_graph() = :a + :b + 3 AS one_more, pggit_v0.rev_list_count('d') = :a + :b + 3 AS counted;
ROLLBACK;
SELECT pggit_v0.rev_list_count('c') = :a + :b + 2 AS all;

-- What was changed is found, or said.
BEGIN;
UPDATE pggit_v0.packed_graph SET links = overlay(links PLACING '\x7fff' FROM 9 FOR 2) WHERE chunk = 0;
UPDATE pggit_v0.packed_graph SET stamp = gen_random_uuid();
SELECT object, problem LIKE 'it says something else of commit %' AS told FROM pggit_v0.fsck();
UPDATE pggit_v0.packed_graph SET links = 'x', stamp = gen_random_uuid() WHERE chunk = 0;
UPDATE pggit_v0.packed_graph SET stamp = gen_random_uuid();
SELECT pggit_v0.rev_list_count('c');
\echo :SQLSTATE
ROLLBACK;

-- Who may.
CREATE ROLE regress_pggit_plain;
SET ROLE regress_pggit_plain;
SELECT pggit_v0.rev_list_count('c') = :a + :b + 2 AS all;
SELECT pggit_v0.write_commit_graph();
\echo :SQLSTATE
RESET ROLE;
DROP ROLE regress_pggit_plain;
SELECT pggit.deinit();

-- Points the extension's functions at the module with faults, and makes the tools of the test.
CREATE EXTENSION pggit;
UPDATE pg_proc SET probin = '$libdir/pggit_faulty' WHERE probin = '$libdir/pggit';

CREATE SCHEMA fault;
CREATE FUNCTION fault.arm(kind text, nth bigint) RETURNS void AS '$libdir/pggit_faulty', 'fault_arm' LANGUAGE C STRICT;
CREATE FUNCTION fault.calls() RETURNS bigint AS '$libdir/pggit_faulty', 'fault_calls' LANGUAGE C STRICT;
CREATE FUNCTION fault.heap() RETURNS bigint AS '$libdir/pggit_faulty', 'fault_heap' LANGUAGE C STRICT;
CREATE FUNCTION fault.leak() RETURNS void AS '$libdir/pggit_faulty', 'fault_leak' LANGUAGE C STRICT;
CREATE FUNCTION fault.leak_context() RETURNS void AS '$libdir/pggit_faulty', 'fault_leak_context' LANGUAGE C STRICT;
CREATE FUNCTION fault.run(sql text) RETURNS void AS '$libdir/pggit_faulty', 'fault_run' LANGUAGE C STRICT;
CREATE FUNCTION fault.spin() RETURNS void AS '$libdir/pggit_faulty', 'fault_spin' LANGUAGE C STRICT;
CREATE FUNCTION fault.replace(sql text) RETURNS void AS '$libdir/pggit_faulty', 'fault_replace' LANGUAGE C STRICT;
CREATE FUNCTION fault.survive(times bigint) RETURNS boolean AS '$libdir/pggit_faulty', 'fault_survive' LANGUAGE C STRICT;

-- The calls of calls.txt, with the number of server calls in each.
CREATE TABLE fault.target (call text PRIMARY KEY, function regprocedure NOT NULL, setup text NOT NULL, server_calls bigint);

-- Counts the server calls of each target, each in a subtransaction that is taken back.
CREATE PROCEDURE fault.count_calls() LANGUAGE plpgsql AS $$
DECLARE
  t record;
  n bigint;
BEGIN
  FOR t IN SELECT * FROM fault.target LOOP
    BEGIN
      EXECUTE t.setup;
      PERFORM fault.arm('none', 0);
      EXECUTE t.call;
      n := fault.calls();
      RAISE SQLSTATE 'VCX99';
    EXCEPTION WHEN SQLSTATE 'VCX99' THEN
      UPDATE fault.target SET server_calls = n WHERE call = t.call;
    END;
  END LOOP;
END
$$;

-- Raises every kind of fault at every server call of every target, `rounds` times, each caught where
-- it arrives; fails unless SQLSTATE, message, detail and hint do. Gives the number of faults.
CREATE FUNCTION fault.storm(rounds int) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  t record;
  k record;
  n bigint;
  total bigint := 0;
  state text;
  message text;
  detail text;
  hint text;
BEGIN
  FOR round IN 1 .. rounds LOOP
    FOR t IN SELECT * FROM fault.target LOOP
      BEGIN
        EXECUTE t.setup;
        FOR k IN SELECT * FROM (VALUES
            ('server', 'VCX01', 'injected fault', 'detail of the fault', 'hint of the fault'),
            ('server_internal', 'VCX01', 'injected fault', 'detail of the fault', 'hint of the fault'),
            ('error', 'VC001', 'injected error', 'detail of the error', 'hint of the error'),
            ('internal', 'XX000', 'injected broken invariant', '', ''),
            ('standard', 'XX000', 'injected standard exception', '', ''),
            ('foreign', 'XX000', 'unknown exception in pggit', '', ''),
            ('bad_alloc', '53200', 'out of memory', '', '')) AS v (kind, state, message, detail, hint)
        LOOP
          -- Of a call that crosses the boundary hundreds of times, other crossings in each round.
          FOR n IN 1 + round % greatest(t.server_calls / 4, 1) .. t.server_calls
              BY greatest(t.server_calls / 4, 1) LOOP
            BEGIN
              PERFORM fault.arm(k.kind, n);
              EXECUTE t.call;
              RAISE SQLSTATE 'VCX98' USING MESSAGE = 'no error came';
            EXCEPTION WHEN OTHERS THEN
              GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT,
                detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
            END;
            IF (state, message, detail, hint) IS DISTINCT FROM (k.state, k.message, k.detail, k.hint) THEN
              RAISE EXCEPTION 'fault "%" at call % of "%" arrived as %', k.kind, n, t.call,
                (state, message, detail, hint);
            END IF;
            total := total + 1;
          END LOOP;
        END LOOP;
        RAISE SQLSTATE 'VCX97'; -- takes back what the setup did
      EXCEPTION WHEN SQLSTATE 'VCX97' THEN
        NULL;
      END;
    END LOOP;
  END LOOP;
  RETURN total;
END
$$;

-- What a leak would make grow.
CREATE VIEW fault.memory AS
  SELECT count(*) AS contexts,
    sum(used_bytes) FILTER (WHERE name = 'TopMemoryContext') AS top,
    count(*) FILTER (WHERE name LIKE 'pggit%') AS ours,
    fault.heap() AS heap
  FROM pg_backend_memory_contexts;

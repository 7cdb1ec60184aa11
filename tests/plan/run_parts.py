#!/usr/bin/env python3
"""Runs an online plan with psql, part by part, and asks after each whether the schema is the one that
the part says it ends with.

    tests/plan/run_parts.py SCRIPT DATABASE [option of pggit diff ...]

Prints what went wrong; the status is 1 then.
"""
import json
import re
import subprocess
import sys

HEAD = re.compile(r"-- part (\d+) of (\d+), steps \d+(?:, alone)?, ends at ([0-9a-f]{64})$")
END = "-- end of the plan"


def run(sql, database):
    done = subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", database, "-f", "-"],
                          input=sql, text=True, capture_output=True)
    return done.stderr if done.returncode else ""


def state(database, options):
    done = subprocess.run(["pggit", "diff", "-q", "--json", "--from", "dbname=" + database, "--to", "/dev/null", *options],
                          text=True, capture_output=True)
    return json.loads(done.stdout)["start"]


def main(script, database, options):
    lines = open(script, encoding="utf-8", newline="").read().split("\n")
    if not lines[0].startswith("-- pggit plan "):
        print(f"{script} is no plan")
        return 1
    heads = [i for i, line in enumerate(lines) if HEAD.match(line)]
    stops = heads[1:] + [lines.index(END)]
    settings = "\n".join(lines[:heads[0]]) if heads else ""
    wrong = 0
    for begin, stop in zip(heads, stops):
        part = "\n".join(lines[begin:stop])
        failure = run(settings + "\n" + part, database)
        if failure:
            print(f"a part fails: {failure}\n{part}")
            return 1
        if state(database, options) != HEAD.match(lines[begin]).group(3):
            print(f"a part ends elsewhere:\n{part}")
            wrong = 1
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))

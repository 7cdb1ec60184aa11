#!/usr/bin/env python3
"""Checks the arrows: who may include whom.

    base <- model <- {catalog, ddl, store, diff}; plan uses diff and ddl; lint and generate use plan; merge uses diff and plan;
    history uses store, ddl and merge; audit uses model, store and ddl.

What a module uses, its users may use too. extension, cli and web use core and never each other; core
sees neither the server nor libpq, the extension no libpq and the command no server. Our own files are
included by their path from src/, and nothing includes itself round a corner.
"""

import argparse
import pathlib
import re
import sys

import sources

USES = {
    "base": set(),
    "model": {"base"},
    "catalog": {"model"},
    "ddl": {"model"},
    "store": {"model"},
    "diff": {"model"},
    "plan": {"diff", "ddl"},
    "lint": {"plan"},
    "generate": {"plan"},
    "merge": {"diff", "plan"},
    "history": {"store", "ddl", "merge"},
    "audit": {"model", "store", "ddl"},
}
ADAPTERS = {"extension", "cli", "web"}
SERVER = re.compile(
    r"^(postgres|postgres_ext|c|fmgr|funcapi|miscadmin|pgstat|pg_config)\.h$"
    r"|^(access|catalog|commands|common|executor|lib|mb|nodes|optimizer|parser|port|postmaster"
    r"|replication|rewrite|server|storage|tcop|tsearch|utils)/.*\.h$")
LIBPQ = re.compile(r"^(postgresql/)?(libpq-fe|libpq-events|libpq/.*|pg_config_ext)(\.h)?$")


def allowed(module):
    """Everything that `module` may use, directly or through what it uses."""
    found = set(USES[module])
    for used in USES[module]:
        found |= allowed(used)
    return found


def module_of(path):
    """("core", "diff"), ("cli", None) ... or None for files outside the graph."""
    parts = path.parts
    if len(parts) < 3 or parts[0] != "src":
        return None
    if parts[1] == "core":
        return ("core", parts[2] if len(parts) > 3 else None)
    return (parts[1], None)


def check_include(root, path, bracket, name):
    """What is wrong with this include, or None."""
    layer, module = module_of(path)
    target = sources.resolve(root, path, name) if bracket == '"' else None
    if target is None:
        if LIBPQ.match(name) and layer != "cli":
            return f"{layer} must not see libpq"
        if SERVER.match(name) and layer != "extension":
            return f"{layer} must not see the server"
        return None
    if str(target) != f"src/{name}":
        return f'is not a path from src/: write "{str(target).removeprefix("src/")}"'
    target_layer, target_module = module_of(target) or (None, None)
    if target_layer == layer and layer != "core":
        return None
    if target_layer != "core":
        return f"{layer} must not use {target_layer}"
    if layer == "core" and target_module != module and target_module not in allowed(module):
        return f"{module} must not use {target_module}"
    return None


def cycles(root, paths):
    """One finding for each include that closes a circle."""
    done, findings = set(), []

    def visit(path, trail):
        if path in trail:
            circle = [str(step) for step in trail[trail.index(path):] + [path]]
            findings.append("include circle: " + " -> ".join(circle))
            return
        if path in done:
            return
        for bracket, name in sources.includes(root, path):
            target = sources.resolve(root, path, name) if bracket == '"' else None
            if target is not None:
                visit(target, trail + [path])
        done.add(path)

    for path in paths:
        visit(path, [])
    return findings


def findings(root):
    paths = sources.tracked(root, "src/*.cc", "src/*.h")
    found = []
    for path in paths:
        layer, module = module_of(path) or (None, None)
        if layer not in ADAPTERS | {"core"}:
            found.append(f"{path}: the include graph does not know this layer")
            continue
        if layer == "core" and module not in USES:
            found.append(f"{path}: the include graph does not know this module of core")
            continue
        for bracket, name in sources.includes(root, path):
            wrong = check_include(root, path, bracket, name)
            if wrong:
                found.append(f"{path}: include of {name}: {wrong}")
    return found + cycles(root, paths)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path.cwd())
    found = findings(parser.parse_args().root)
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

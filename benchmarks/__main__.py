"""Run every benchmark of this folder, and sum up which targets are met.

usage: python -m benchmarks [--small] [NAME...]
"""

import argparse
import importlib
import inspect
import sys
from pathlib import Path
from types import ModuleType

from benchmarks.measure import Table, show


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("names", nargs="*", help="only these, as: cut sound")
    parser.add_argument("--small", action="store_true", help="tiny media, to try it")
    typed = parser.parse_args()
    found = _benchmarks()
    if unknown := set(typed.names) - set(found):
        parser.error(f"{', '.join(sorted(unknown))}: choose from {', '.join(found)}")
    tables: list[Table] = []
    for name in typed.names or found:
        for table in found[name].tables(found[name].ROUNDS, small=typed.small):
            show(table)
            tables.append(table)
    verdicts = [
        (*table.verdict(target), table.title)
        for table in tables
        for target in table.targets
    ]
    print("\n".join(f"{text}  [{title}]" for _met, text, title in verdicts))
    sys.exit(0 if typed.small or all(met for met, *_texts in verdicts) else 1)


def _benchmarks() -> dict[str, ModuleType]:
    """Return the modules beside this one that have tables, by name."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py"))
    modules = {name: importlib.import_module(f"benchmarks.{name}") for name in names}
    return {
        name: module
        for name, module in modules.items()
        if inspect.isfunction(getattr(module, "tables", None))
    }


if __name__ == "__main__":
    main()

"""The command `briefs`, also as `python -m generator`, where its folder is not on the search path."""

import gc
import sys
from importlib import import_module
from typing import Any

STOPPED = 130
"""The exit code of a program that Ctrl-C ended."""


def run(name: str = "briefs") -> None:
    """The command; Ctrl-C ends it without a trace also while the program is loaded."""
    try:
        load().main(prog_name=name)
    except KeyboardInterrupt:
        sys.exit(STOPPED)
    finally:
        # A last look of the collector would free what ends with the process anyway.
        gc.freeze()


def load() -> Any:
    """The command line. The collector of cycles rests meanwhile, and never looks at what the program is made of."""
    gc.disable()
    try:
        return import_module("generator.cli")
    finally:
        gc.freeze()
        gc.enable()


if __name__ == "__main__":
    run("python -m generator")

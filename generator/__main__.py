"""The command `briefs`, also as `python -m generator`, where its folder is not on the search path."""

import sys
from importlib import import_module

STOPPED = 130
"""The exit code of a program that Ctrl-C ended."""


def run(name: str = "briefs") -> None:
    """The command; Ctrl-C ends it without a trace also while the program is loaded."""
    try:
        import_module("generator.cli").main(prog_name=name)
    except KeyboardInterrupt:
        sys.exit(STOPPED)


if __name__ == "__main__":
    run("python -m generator")

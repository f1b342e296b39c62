"""`python -m generator`: the command `briefs`, where its folder is not on the search path."""

from generator.cli import main

if __name__ == "__main__":
    main(prog_name="python -m generator")

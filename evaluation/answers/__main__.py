"""`python -m evaluation.answers`: each question whose first answer is not the right one, and the shares."""

import tempfile
from pathlib import Path

from evaluation.answers.asking import ask_all, load_questions, write_texts
from generator.build import build
from generator.settings import Settings


def main() -> None:
    """Build the collection and ask."""
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder, "seeds")
        write_texts(seeds)
        settings = Settings(seeds=seeds)
        asked = ask_all(build(settings), settings, load_questions())
    for one in asked:
        if one.rank != 1:
            print(f"{one.question}\n  right at {one.rank or 'no place'}; first: {one.first}")
    first, three = (sum(0 < one.rank <= most for one in asked) / len(asked) for most in (1, 3))
    print(f"{len(asked)} questions: right first {first:.2f}, among the first three {three:.2f}")


if __name__ == "__main__":
    main()

"""The index as files: what is where, in which order, and that equal texts give equal bytes."""

import json

import pytest

from generator.rendering.search import GROUP, SHARD, Called, Index, Told, place_forms, place_lines, write_number

STOPS = frozenset({"the", "us", "and"})
TOLD = Told("Rain in Leeds", "Brief", "5 May 2021", "briefs/rain.html", (("s1", "The games stopped."),))


def called(name: str, *forms: str) -> Called:
    return Called(name, "Person", "", f"people/{name}.html", (name, *forms), 1)


def files_of(index: Index, *texts: Told) -> dict[str, object]:
    """What each file hands over, by its name."""
    written = [*map(index.add, texts), *index.finish()]
    found = {}
    for name, content in written:
        stem = name.removesuffix(".js")
        head, tail = f'briefsSearch.got("{stem}",', ")\n"
        assert content.startswith(head) and content.endswith(tail)
        found[stem] = json.loads(content[len(head) : -len(tail)])
    return found


@pytest.mark.parametrize(
    ("number", "written"), [(0, "0"), (31, "V"), (32, "W1"), (1023, "_V"), (1024, "WW1"), (123456, "Wou3")]
)
def test_numbers_are_short(number: int, written: str) -> None:
    """A number takes a sign for each five bits, the lowest first."""
    assert write_number(number) == written


def test_the_last_word_of_a_spelling_is_told() -> None:
    """So that "EU" is known to be the whole of a name."""
    assert place_forms(["European Union", "EU"]) == {"european": [0, 0], "union": [0, 3], "eu": [1, 1]}


def test_function_words_are_left_out_unless_they_are_acronyms() -> None:
    """ "the" and "us" are not indexed, "US" is; in a line that is all capitals nothing tells."""
    assert place_lines(["The US and us"], STOPS) == {"us": [0, 1]}
    assert place_lines(["THE US"], STOPS) == {}


def test_every_word_leads_to_its_line() -> None:
    """A row holds a word, the names and the texts with it; a text shows its title and its lines."""
    files = files_of(Index([called("Ann", "Rain")], STOPS), TOLD)
    assert str(files["w0"]).split("\n") == ["ann 0101 ", "games  0111", "in  0101", "leeds  0102", "rain 0111 0100",
                                             "stopped  0112"]  # fmt: skip
    assert files["t0"] == {
        "t": TOLD.title, "k": "Brief", "n": "5 May 2021", "u": "briefs/rain.html", "l": [["s1", "The games stopped."]],
    }  # fmt: skip
    assert files["n0"] == [["Ann", "Person", "", "people/Ann.html", "Rain"]]
    head = files["index"]
    assert isinstance(head, dict)
    assert (head["texts"], head["stops"], head["words"]) == (1, "and the us", "ann")


def test_files_stay_small() -> None:
    """Words go on in the next file, and the head says with which word each begins."""
    names = [called(f"Name {number}") for number in range(GROUP + 1)]
    texts = [Told(f"Title {n}", "Brief", "", f"{n}.html", (("s1", f"word{n} " * 3),)) for n in range(3000)]
    files = files_of(Index(names, STOPS), *texts)
    shards = [str(content) for name, content in files.items() if name.startswith("w")]
    assert len(shards) > 2
    assert all(len(shard) <= SHARD or "\n" not in shard for shard in shards)
    head = files["index"]
    assert isinstance(head, dict)
    assert head["words"].split() == [shard.split(" ", 1)[0] for shard in shards]
    assert [len(files[name]) for name in ("n0", "n1")] == [GROUP, 1]  # type: ignore[arg-type]


def test_the_words_of_names_are_listed_by_their_first_letter() -> None:
    """Of all names, with a page or without, for whoever misspells one."""
    files = files_of(Index([], STOPS, ["Ann Marlow", "Álvaro Marlow", "B12 Quill"]), TOLD)
    assert (files["f0"], files["f1"], files["f2"]) == ("alvaro", "marlow", "quill")
    head = files["index"]
    assert isinstance(head, dict)
    assert (head["initials"], head["spelled"]) == ("amq", [7, 7, 6])


def test_equal_texts_give_equal_bytes() -> None:
    """The index has no clock and no order of its own; its version changes with any text."""
    assert files_of(Index([], STOPS), TOLD) == files_of(Index([], STOPS), TOLD)
    other = files_of(Index([], STOPS), Told("Rain in York", "Brief", "", "briefs/rain.html", TOLD.lines))
    assert other["index"] != files_of(Index([], STOPS), TOLD)["index"]


def test_marks_of_a_text_stay_text() -> None:
    """What a source says is data in a file that is a script."""
    line = '</script> "quoted" \\ ${x} `y` \u2028'
    files = files_of(Index([], STOPS), Told(line, "Brief", "", "x.html", (("s1", line),)))
    assert files["t0"] == {"t": line, "k": "Brief", "n": "", "u": "x.html", "l": [["s1", line]]}

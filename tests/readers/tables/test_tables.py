"""Tables and records of articles: each row that has a text is a source."""

import json
from pathlib import Path

import pytest

from generator.model import Source
from generator.readers import collect, read
from tests.readers.making import kept, stated

TEXT = "The bill for dredging Norwell harbour has doubled, the harbour master, Ken Osei, said yesterday."
OTHER = "The row over the Eastmoor school bus has ended, head teacher Jill Amory said on Wednesday."
HEAD = "title,text,publish_date,url,author,source"
TABLE = f'{HEAD}\n"One","{TEXT}",2014-06-03,https://norwell.example/1,Tara Quill,Echo\n'


def gather(folder: Path, name: str, content: str | bytes, columns: str = "") -> list[Source]:
    """The sources of a file, which has no problem."""
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    if columns:
        (folder / "_columns.yml").write_text(columns)
    found = collect(folder, max_mb=8)
    assert found.problems == ()
    return list(found.sources)


def fault(folder: Path, name: str, content: str | bytes, columns: str = "") -> str:
    """What is wrong with a file that has no source."""
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    if columns:
        (folder / "_columns.yml").write_text(columns)
    found = collect(folder, max_mb=8)
    assert found.sources == ()
    (problem,) = found.problems
    return problem.what


def test_a_row_is_a_source_with_its_columns_as_metadata(tmp_path: Path) -> None:
    """Its path and address are made of the article, its place is the row as a spreadsheet counts."""
    more = (
        f'"Two","{OTHER}\n\nSecond paragraph.",20150709T101500Z,,"[\'Mick Dorran\', \'Bo Ek\']",www.eastmoor.example\n'
    )
    first, second = gather(tmp_path, "a.csv", TABLE + more)
    assert (first.place, second.place) == ("row 2", "row 3")
    assert first.path.startswith("a.csv#one-2014-06-03-")
    assert first.id == first.path.partition("#")[2]
    assert stated(read(first)) == {
        "title": ("One",),
        "published": ("2014-06-03",),
        "url": ("https://norwell.example/1",),
        "authors": ("Tara Quill",),
        "publisher": ("Echo",),
    }
    assert kept(read(second)) == [("title", "Two"), ("paragraph", OTHER), ("paragraph", "Second paragraph.")]
    assert stated(read(second))["authors"] == ("Mick Dorran", "Bo Ek")
    assert stated(read(second))["publisher"] == ("eastmoor.example",)
    assert stated(read(second))["published"] == ("2015-07-09",)
    assert read(second).place == "row 3"


@pytest.mark.parametrize(
    "record",
    [
        {"title": "One", "maintext": TEXT, "date_publish": "2014-06-03 10:00:00", "source_domain": "echo.example"},
        {
            "headline": "One",
            "articleBody": TEXT,
            "datePublished": "2014-06-03T10:00:00+02:00",
            "publisher": {"name": "echo.example"},
        },
        {"title": "One", "text": TEXT, "date": "2014-06-03", "sitename": "echo.example", "hostname": "other.example"},
        {"title": "One", "body": TEXT, "dateTime": "2014-06-03T10:00:00Z", "source": {"title": "echo.example"}},
        {
            "title": "One",
            "content": TEXT,
            "publishedAt": "2014-06-03T10:00:00Z",
            "source": {"id": None, "name": "echo.example"},
        },
        {"title": "One", "description": TEXT, "published_at": "2014-06-03T10:00:00+00:00", "source": "echo.example"},
        {"title": "One", "text": TEXT, "publish_date": "June 3, 2014", "media_name": "echo.example"},
        {"title": "One", "text": TEXT, "seendate": "20140603T101500Z", "domain": "echo.example"},
        {"title": "One", "text": TEXT, "timestamp": 1401790000, "domain": "https://www.echo.example/"},
    ],
)
def test_the_keys_of_the_usual_programs_are_known(record: dict[str, object], tmp_path: Path) -> None:
    """news-please, schema.org, trafilatura, Event Registry, NewsAPI, MediaStack, newspaper, Media Cloud, GDELT."""
    first, _ = gather(tmp_path, "a.json", json.dumps([record, {**record, "url": "https://two.example/"}]))
    found = stated(read(first))
    assert (found["title"], found["published"], found["publisher"]) == (("One",), ("2014-06-03",), ("echo.example",))
    assert ("paragraph", TEXT) in kept(read(first))


@pytest.mark.parametrize(
    "around",
    [
        "[{}, {}]",
        '{{"articles": [{}, {}]}}',
        '{{"articles": {{"results": [{}, {}]}}}}',
        '{{"1": {}, "2": {}}}',
        "{}\n{}",
    ],
)
def test_records_are_found_in_what_a_service_puts_around_them(around: str, tmp_path: Path) -> None:
    """A list, a list under a key, records by their numbers, a record a line."""
    records = [json.dumps({"title": title, "text": TEXT}) for title in ("One", "Two")]
    assert len(gather(tmp_path, "a.json", around.format(*records))) == 2


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson"])
def test_a_line_that_is_no_json_costs_itself(name: str, tmp_path: Path) -> None:
    """One line says how many."""
    lines = [json.dumps({"title": title, "text": TEXT}) for title in ("One", "Two")]
    (tmp_path / name).write_text("\n".join([lines[0], "{broken", lines[1]]))
    found = collect(tmp_path, max_mb=1)
    assert [source.place for source in found.sources] == ["line 1", "line 3"]
    assert [problem.what for problem in found.problems] == ["1 line is no JSON, left out"]


def test_a_row_without_text_costs_itself(tmp_path: Path) -> None:
    """One line for the file names the rows."""
    (tmp_path / "a.csv").write_text(TABLE + "Two,,2014-06-04,,,\nThree,nan,2014-06-05,,,\n")
    found = collect(tmp_path, max_mb=1)
    assert len(found.sources) == 1
    assert [problem.what for problem in found.problems] == ["2 rows have no text and were left out (3, 4)"]


@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_any_usual_sign_may_part_the_columns(sign: str, tmp_path: Path) -> None:
    """As the head of the table shows."""
    (source,) = gather(tmp_path, "a.csv", f"title{sign}text{sign}date\nOne{sign}{TEXT}{sign}2014-06-03\n")
    assert stated(read(source))["published"] == ("2014-06-03",)


def test_a_text_that_the_service_broke_off_says_so(tmp_path: Path) -> None:
    """NewsAPI gives the beginning and counts the rest."""
    records = [{"title": "One", "content": f"{TEXT[:40]}… [+2473 chars]", "url": "https://a.example/1"}] * 2
    records[1] = {"title": "Two", "content": TEXT, "url": "https://a.example/2"}
    notes = [
        [problem.what for problem in read(one).problems] for one in gather(tmp_path, "a.json", json.dumps(records))
    ]
    assert notes == [["only the beginning of the text is in the file; the service gave no more"], []]


def test_one_record_alone_is_the_file(tmp_path: Path) -> None:
    """As extractors write one page: its path and address are those of the file."""
    (source,) = gather(tmp_path, "a.json", json.dumps({"title": "One", "text": TEXT}))
    assert (source.path, source.id, kept(read(source))[1]) == ("a.json", "a", ("paragraph", TEXT))


def test_columns_may_be_named_beside_the_file(tmp_path: Path) -> None:
    """In `_columns.yml`; the others keep their usual names."""
    content = f"kopf,rumpf,text,date\nOne,{json.dumps(TEXT)},no,2014-06-03\n"
    (source,) = gather(tmp_path, "a.csv", content, "title: kopf\ntext: rumpf\n")
    assert (stated(read(source))["title"], kept(read(source))[1]) == (("One",), ("paragraph", TEXT))


@pytest.mark.parametrize(
    ("name", "content", "columns", "what"),
    [
        ("package.json", '{"name": "a", "description": "b", "version": "1"}', "", "no article in it: no column"),
        ("a.json", '{"title": "One", "date": "2014-06-03"}', "", "no article in it: no column"),
        ("a.json", "[1, 2]", "", "no article in it: no column"),
        ("a.json", "{broken", "", "it is no JSON"),
        ("a.json", "[" * 100_000, "", "it is no JSON"),
        ("a.csv", "name,size\nx,1\n", "", "no article in it: no column"),
        ("a.csv", "title,text\nOne,\n", "", "no article in it: 'text' is empty in every row"),
        ("a.csv", TABLE, "text: corps", "it has no column 'corps', which its _columns.yml names"),
        ("a.csv", TABLE, "colour: red", "its _columns.yml has 'colour', which is no field"),
        ("a.csv", TABLE, "- [", "its _columns.yml cannot be read"),
        ("a.jsonl", "nothing\n", "", "no article in it: no column"),
    ],
)
def test_a_file_without_articles_is_one_line(name: str, content: str, columns: str, what: str, tmp_path: Path) -> None:
    """It says what is missing and how to name it."""
    assert fault(tmp_path, name, content, columns).startswith(what)


def test_more_rows_than_are_read_are_told(tmp_path: Path) -> None:
    """The first 5,000 become sources."""
    rows = "".join(f"T{n},{TEXT}\n" for n in range(5_001))
    (tmp_path / "a.tsv").write_text("title\ttext\n" + rows.replace(",", "\t", 1).replace(",The", "\tThe"))
    found = collect(tmp_path, max_mb=8)
    assert len(found.sources) == 5_000
    assert [problem.what for problem in found.problems] == ["only the first 5,000 articles are read; split the file"]

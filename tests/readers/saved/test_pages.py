"""Pages saved with all their parts in one file, and what programs note in pages that they save."""

import plistlib

import pytest

from generator.errors import SourceError
from tests.readers.making import document, kept, stated

WORDS = "The town council paid for the pier, said Ann Bell, and the ferry will land there from June on."
PAGE = f"<html><head><title>The pier</title></head><body><h1>The pier</h1><p>{WORDS}</p></body></html>"
TEXT = [("title", "The pier"), ("paragraph", WORDS)]
ADDRESS = "https://echo.example/pier"


def mime(*parts: str, head: str = "", kind: str = 'multipart/related; type="text/html"') -> str:
    """A file of parts."""
    joined = "".join(f"\n--b\n{part}\n" for part in parts)
    return f'{head}MIME-Version: 1.0\nContent-Type: {kind}; boundary="b"\n{joined}\n--b--\n'


def test_a_page_in_mime_has_its_address_and_day() -> None:
    """As Chrome writes it: the first page is the page, the others are its frames."""
    head = f"From: <Saved by Blink>\nSnapshot-Content-Location: {ADDRESS}\nDate: Thu, 6 May 2021 23:00:00 -0000\n"
    frame = "Content-Type: text/html\n\n<p>Buy this boat now, it is the best boat that anybody could have.</p>"
    own = f"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{PAGE}"
    found = document("a.mhtml", mime("Content-Type: text/css\n\np {}", own, frame, head=head))
    assert (kept(found), found.place) == (TEXT, "saved 2021-05-06")
    assert stated(found) == {"title": ("The pier",), "url": (ADDRESS,)}


def test_the_part_that_is_named_as_the_start_is_the_page() -> None:
    """As Internet Explorer and Word write it; the charset is that of the part."""
    one = "Content-Type: text/html\nContent-ID: <frame>\n\n<p>Frame</p>"
    two = f"Content-Type: text/html; charset=windows-1252\nContent-ID: <main>\nContent-Location: {ADDRESS}\n\n{PAGE}"
    kind = 'multipart/related; start="<main>"'
    found = document("a.mht", mime(one, two.replace("pier", "pi\u00e9r"), kind=kind).encode("cp1252"))
    assert stated(found)["title"] == ("The pi\u00e9r",)


def test_a_page_of_safari_has_its_address_and_charset() -> None:
    """A property list, as XML or as bytes."""
    main = {
        "WebResourceData": PAGE.replace("pier", "pi\u00e9r").encode("cp1252"),
        "WebResourceURL": ADDRESS,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "windows-1252",
    }
    for form in (plistlib.FMT_XML, plistlib.FMT_BINARY):
        found = document("a.webarchive", plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=form))
        assert stated(found) == {"title": ("The pi\u00e9r",), "url": (ADDRESS,)}


@pytest.mark.parametrize(
    ("comment", "url", "place"),
    [
        (
            f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n"
            " saved date: Sat May 08 2021 00:05:54 GMT+0200 (CEST)\n-->",
            (ADDRESS,),
            "saved 2021-05-08",
        ),
        (f"<!-- saved from url=(0025){ADDRESS} -->", (ADDRESS,), ""),
        ("<!-- saved from url=(0014)about:internet -->", None, ""),
        (f"<!-- url: {ADDRESS} -->", None, ""),
    ],
)
def test_what_the_saving_program_noted(comment: str, url: tuple[str] | None, place: str) -> None:
    """SingleFile notes address and time, browsers the address; no other comment counts."""
    found = document("a.html", PAGE.replace("<head>", f"{comment}<head>"))
    assert (kept(found), stated(found).get("url"), found.place) == (TEXT, url, place)


def test_the_address_that_the_page_states_counts_more() -> None:
    """What was saved with a mark of the way to it is the page all the same."""
    own = PAGE.replace("<title>", f'<link rel="canonical" href="{ADDRESS}"><title>')
    found = document("a.html", f"<!-- saved from url=(0025){ADDRESS}?from=feed -->{own}")
    assert stated(found)["url"] == (ADDRESS,)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.mhtml", b"", "no page in it"),
        ("a.mhtml", mime("Content-Type: image/png\n\nx").encode(), "no page in it"),
        ("a.mhtml", mime("Content-Type: text/html\n\n").encode(), "the file is empty"),
        ("a.webarchive", b"", "it is no property list"),
        ("a.webarchive", plistlib.dumps(["x"]), "no page in it"),
        ("a.webarchive", plistlib.dumps({"WebMainResource": {"WebResourceData": "x"}}), "no page in it"),
        ("a.webarchive", b'<!DOCTYPE plist [<!ENTITY a "b">]><plist><string>&a;</string></plist>', "it is no property"),
        ("a.webarchive", b"bplist00" + b"\xa1\x00" * 20, "it is no property list"),
    ],
)
def test_one_line_says_what_cannot_be_read(name: str, content: bytes, what: str) -> None:
    """Files without a page, and wrecks."""
    with pytest.raises(SourceError) as error:
        document(name, content)
    assert what in str(error.value)


def test_parts_in_parts_end() -> None:
    """A file of nothing but borders costs itself."""
    nested = "".join(f'Content-Type: multipart/related; boundary="b{n}"\n\n--b{n}\n' for n in range(5_000))
    with pytest.raises(SourceError):
        document("a.mhtml", nested)

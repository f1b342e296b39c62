"""What a page says of its author, its publisher or a company beside the article: lives in a sentence or two."""

from collections import Counter
from dataclasses import replace

from generator.cleaning.body import Body, find_body
from generator.cleaning.chrome import count_page_lines, count_words, is_headline, is_open, is_sentence, labelled
from generator.cleaning.examples import ARTICLE, FURNITURE, HEADLINE, PROSE, THANKS, Cleaner, page
from generator.language.wording import (
    calls_reader,
    find_byline,
    is_release_line,
    may_be_note,
    name_company,
    tells_life,
    tells_office,
)
from generator.model import Block, Document
from generator.text.rules import Rule

AUTHOR = "about the author"
COMPANY = "about the company"
REPEAT = "repeated on the page"
_LONGEST = 700
_PORTRAIT = 5
"""Paragraphs from the end among which the portrait of a company begins."""
_KEPT = 3
"""So many paragraphs of the article stand before it."""
_NEAR = 4
"""A headline that stands twice within so many blocks is a picture's text and a link."""
_NEAR_END = 8
"""Paragraphs from the end in which a life is the author's."""


def cut_lives(document: Document) -> Document:
    """Leave out notes on the author: under his name, or last on the page; never among the paragraphs of the article."""
    blocks, text = list(document.blocks), document.text
    names = _find_authors(document)
    prose = [n for n, b in enumerate(blocks) if is_open(b) and is_sentence(b.span.of(text))]
    late = frozenset(prose[-_NEAR_END:]) if len(prose) > 3 else frozenset[int]()
    is_last = True
    for n in reversed(prose):
        words = blocks[n].span.of(text)
        calls = is_last and calls_reader(words)
        has_contact = calls or (is_last and tells_office(words))
        begins = tells_life(words) or (calls and may_be_note(words))
        found = len(words) <= _LONGEST and begins
        is_author = found and any(_begins_with(words, name) for name in names)
        is_late = n in late and (is_author or (found and _is_under_name(blocks, n, text)))
        is_behind = is_author and is_last and n > prose[0]
        is_signed = found and has_contact
        if is_late or is_behind or is_signed:
            blocks[n] = labelled(blocks[n], AUTHOR)
        else:
            is_last = False
    return replace(document, blocks=tuple(blocks))


def _find_authors(document: Document) -> list[str]:
    """The authors as their bylines name them, and by their first names."""
    names = []
    for block in document.blocks:
        words = block.span.of(document.text)
        byline = find_byline(words) if block.kind == "byline" else None
        for start, end in byline.names if byline else ():
            name = " ".join(words[start:end].split())
            names += [f"{name} ", f"{name.split()[0]} "]
    return names


def _begins_with(words: str, name: str) -> bool:
    """Whether a text begins with a name, and not with a longer one."""
    return words.startswith(name) and (" " in name.strip() or not words[len(name) : len(name) + 1].isupper())


def _is_under_name(blocks: list[Block], n: int, text: str) -> bool:
    """Whether the line before the block is only the name with which the block begins."""
    name = blocks[n - 1].span.of(text) if n else ""
    return 1 < count_words(name) <= 4 and blocks[n].span.of(text).startswith((name, name.split()[0] + " "))


def cut_company(document: Document) -> Document:
    """Leave out the section "About X" behind the article, where its first sentence begins with X."""
    blocks, text = list(document.blocks), document.text
    for n in range(len(blocks) // 3, len(blocks) - 1):
        words = blocks[n].span.of(text)
        name = name_company(words) if len(words) < 80 and blocks[n].kind in ("paragraph", "heading") else None
        follows = blocks[n + 1].span.of(text)
        if name and name.split()[0].strip(".,") in follows[:60] and is_sentence(follows):
            blocks[n] = labelled(blocks[n], COMPANY)
            for m in range(n + 1, len(blocks)):
                if not is_open(blocks[m]) or not is_sentence(blocks[m].span.of(text)):
                    break
                blocks[m] = labelled(blocks[m], COMPANY)
    _cut_portrait(blocks, find_body(document), text)
    return replace(document, blocks=tuple(blocks))


def _cut_portrait(blocks: list[Block], body: Body, text: str) -> None:
    """Leave out what a company says of itself last: paragraphs that all begin with its name, one saying what it is."""
    prose = [n for n in range(*body) if is_open(blocks[n]) and is_sentence(blocks[n].span.of(text))][_KEPT:]
    found = [n for n in prose[-_PORTRAIT:] if is_release_line("what a company is", blocks[n].span.of(text))]
    if not found:
        return
    name = blocks[found[0]].span.of(text).split()[0]
    own = [n for n in prose if n >= found[0]]
    words = [blocks[n].span.of(text) for n in own]
    has_more = any(is_release_line("what a company has", said) for said in words)
    if has_more and all(said.startswith(name) for said in words):
        for n in own:
            blocks[n] = labelled(blocks[n], COMPANY)


def cut_repeats(document: Document) -> Document:
    """Leave out the title where it stands again, and headlines that stand twice outside the article or close by."""
    blocks, text = list(document.blocks), document.text
    if count_page_lines(blocks) < 2:
        return document
    body = find_body(document)
    title = next((_fold(b.span.of(text)) for b in blocks if b.kind == "title"), None)
    seen: dict[str, int] = {}
    count = Counter(_fold(block.span.of(text)) for block in blocks)
    for n, block in enumerate(blocks):
        words = block.span.of(text)
        if not (is_open(block) or block.kind == "heading") or not is_headline(words) or count_words(words) < 4:
            continue
        key = _fold(words)
        outside = not body.start <= n < body.end
        near = key in seen and (outside or (count[key] == 2 and n - seen[key] <= _NEAR))
        if key == title or near:
            blocks[n] = labelled(block, REPEAT)
            if near and key != title:
                blocks[seen[key]] = labelled(blocks[seen[key]], REPEAT)
        seen[key] = n
    return replace(document, blocks=tuple(blocks))


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()


LIVES: Rule[Cleaner] = Rule(
    "notes on the author",
    cut_lives,
    yes=(
        page(HEADLINE, "By Ann Lee", *PROSE, "|Ann Lee is a reporter for the Westport Daily and covers the coast.|"),
        page(*ARTICLE, "|Tom Reed is a freelance writer based in Hull. Follow him on Twitter.|"),
        page(*ARTICLE, "Ann Lee", "|Ann joined the Westport Daily in March 2017.|"),
    ),
    no=(
        page(*ARTICLE, "Tom Reed is a journalist in Hull and saw the storm."),
        page(HEADLINE, "By Edda Moss", *PROSE, "Edda Poe is the leader of the party and will follow him to London."),
    ),
    reason="A person of the article is not its author: the byline, the line above or a call to the reader must say so.",
)
COMPANIES: Rule[Cleaner] = Rule(
    "portrait of a company",
    cut_company,
    yes=(
        page(*ARTICLE, "|About Westport Ships|", "|Westport Ships builds boats and has three hundred workers.|"),
        page(*ARTICLE, "# |About Westport Ships|", "|Westport Ships builds boats and has three hundred workers.|"),
        page(
            *(*ARTICLE, "The owner of Quay Systems said so on Monday."),
            *("|Quay Systems is a leading global provider of software.|", "|Quay Systems employs 90 people in Holm.|"),
        ),
    ),
    no=(
        page(*ARTICLE, "- About Westport Ships", "Westport Ships builds boats and has three hundred workers."),
        page(*ARTICLE, "About time for a change", "Westport Ships builds boats and has three hundred workers."),
        page(*ARTICLE, "Quay Systems is a leading global provider of software.", "The mayor is glad of it, he said."),
    ),
)
REPEATS: Rule[Cleaner] = Rule(
    "repeated on the page",
    cut_repeats,
    yes=(
        page(*FURNITURE, *ARTICLE, f"|{HEADLINE}|"),
        page(*FURNITURE, *ARTICLE, "|Baker wins a big prize|", "|Baker wins a big prize|"),
        page(*FURNITURE, *ARTICLE, "|Baker wins a big prize|", *[THANKS] * 3, "|Baker wins a big prize|", *PROSE),
    ),
    no=(
        page(*ARTICLE, HEADLINE),
        page(*FURNITURE, *ARTICLE, "Ann Lee", "Ann Lee"),
        page(*FURNITURE, *ARTICLE, "Baker wins a big prize", *[THANKS] * 4, "Baker wins a big prize", *PROSE),
    ),
    reason="Outside of a saved page a line that stands twice is the writer’s.",
)

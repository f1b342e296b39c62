"""The words of the pages: in English as the templates have them, or as a file of labels says them.

A label is found by the English words. Those that the program makes of numbers have places for them: "12 briefs" is
`{1} briefs`, "p. 4, sentence 12" is `p. {1}, sentence {2}`; a date has its month and its order of day and month.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any

import yaml

from generator.errors import SettingsError
from generator.rendering.markup import Markdown, Untrusted, md
from generator.rendering.readable import MONTHS

ENGLISH = "en"
FOLDER = "labels"
_NUMBER = re.compile(r"\d+(?:,\d{3})*")
_QUOTED = re.compile("“([a-z]+)” ")
"""A word of a source with which a line begins: "“said” stands twice"."""
_THOUSAND = "1,000"
"""The label that has the mark between thousands; a number alone is written as it has it."""
_PLACE = re.compile(r"\{([a-z]+|\d)\}")
"""Where something is put in."""
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_BETWEEN = re.compile(r"(, origins? |, |; |: | and | in part\b| in |(?<=^Published) )")
"""What stands between the parts of a line."""
_WORD = re.compile(r"[a-z]+(?: part)?")
_WITH_NAMES = ("told by ", "one source only")
"""How a line begins that has names of sources in it."""
_DOOR = "sentence "
_DAY = re.compile(rf"(?:(\d{{1,2}})–)?(\d{{1,2}}) ({'|'.join(MONTHS)})\b")
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_DATE = re.compile(rf"(?:(perhaps about|about|perhaps|from) )?(?:[\d– ]|{'|'.join(MONTHS)})+")
"""A date, or a span of days, as pages have it."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Words by the English ones; empty for English."""

    words: Mapping[str, str] = field(default_factory=dict)

    def say(self, text: Any, **given: Any) -> Markdown:
        """The words of the program in the language of the site, what is given put in its places; others as they are."""
        shown = self._find(str(text)) if self.words and text is not None else None
        if shown is None:
            shown = md(text) if isinstance(text, Untrusted) else "" if text is None else str(text)
        return Markdown(_PLACE.sub(lambda place: self._put(given, place), shown) if given else shown)

    def text(self, text: str, **given: object) -> str:
        """The same as plain text, for pictures and attributes; of what is given only `Markdown` is of the program."""
        shown = self._find(text) if self.words else None
        found = {name: self.text(value) if isinstance(value, Markdown) else str(value) for name, value in given.items()}
        return _PLACE.sub(lambda place: found.get(place[1], place[0]), shown or text) if given else shown or text

    def _put(self, given: Mapping[str, Any], place: re.Match[str]) -> str:
        if place[1] not in given:
            return place[0]
        value = given[place[1]]
        return md(value) if isinstance(value, Untrusted) else str(self.say(value))

    def _find(self, text: str) -> str | None:
        """The words for a text of the program; None where it is none, or has no label."""
        return self._whole(text) or self._date(text) or self._line(text)

    def _whole(self, text: str) -> str | None:
        """A text that has a label, its numbers and days of the week aside."""
        if text in MONTHS:
            return None  # alone it may be a name
        if text in self.words:
            return self.words[text]
        if _NUMBER.fullmatch(text):
            return self._grouped(text)
        numbers, days = _NUMBER.findall(text), _WEEKDAY.findall(text)
        places = iter(range(1, len(numbers) + 1))
        known = _NUMBER.sub(lambda _: f"{{{next(places)}}}", text)
        form = self.words.get(known)
        if quoted := _QUOTED.match(text):
            form = (self.words.get("“{word}” " + text[quoted.end() :]) or "").replace("{word}", quoted[1]) or None
        if form is None and days:
            form, days = self.words.get(_WEEKDAY.sub("{weekday}", known)), [self.words.get(day, day) for day in days]
        if form is None:
            return None
        given = {str(place): self._grouped(number) for place, number in enumerate(numbers, 1)}
        given["weekday"] = next(iter(days), "")
        return _PLACE.sub(lambda place: given.get(place[1], place[0]), form)

    def _grouped(self, number: str) -> str:
        """A number with the mark that the language sets between thousands."""
        return number.replace(",", self.words.get(_THOUSAND, _THOUSAND)[1:-3])

    def _line(self, text: str) -> str | None:
        """A line of such texts: "2 people and 1 event"; names stay in it where it begins or ends as such lines do."""
        parts = _BETWEEN.split(text)
        shown = [self._whole(part) or self._date(part) or _letter(part) for part in parts[::2]]
        if len(parts) == 1 or not any(shown):
            return None
        if None in shown and not text.startswith(_WITH_NAMES):
            tail = self._whole(parts[-1]) if parts[-1].startswith(_DOOR) else None
            return text[: len(text) - len(parts[-1])] + tail if tail else None
        words = [new or old for new, old in zip(shown, parts[::2], strict=True)]
        between = [_WORD.sub(lambda word: self.words.get(word[0], word[0]), part) for part in parts[1::2]]
        return "".join(part for pair in zip_longest(words, between, fillvalue="") for part in pair)

    def _date(self, text: str) -> str | None:
        """A date in the words and the order of the language."""
        date = _DATE.fullmatch(text)
        if not date or not _MONTH.search(text) or not _NUMBER.search(text):
            return None
        lead = f"{self.words.get(date[1], date[1])} " if date[1] else ""
        rest = text[len(date[1]) + 1 :] if date[1] else text
        return lead + _MONTH.sub(lambda month: self.words.get(month[0], month[0]), _DAY.sub(self._day, rest))

    def _day(self, found: re.Match[str]) -> str:
        form = self.words.get("{day} {month}", "{day} {month}")
        first = form.partition("{month}")[0].replace("{day}", found[1]).strip() + "–" if found[1] else ""
        return first + form.replace("{day}", found[2]).replace("{month}", found[3])


Text = Callable[..., str]
"""`Labels.text` of the labels of a site."""
say_english: Text = Labels().text
_SAID = re.compile(r"""\bsay\(\s*(?:"([^"\n]+)"|'([^'\n]+)')""")
"""How a template or a script says a word of the program."""


def find_said(files: Iterable[Path]) -> dict[str, None]:
    """The words that templates or scripts say, each once; a file that cannot be read says nothing."""
    found: dict[str, None] = {}
    for file in files:
        try:
            said = _SAID.findall(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            continue
        found.update(dict.fromkeys(double or single for double, single in said))
    return found


def words_of_scripts(labels: Labels, folders: Iterable[Path]) -> dict[str, str]:
    """For what the scripts and the frame of the theme in these folders say, the words that are not the English ones."""
    files = (file for folder in folders for ending in ("*.js", "*.html") for file in sorted(folder.rglob(ending)))
    return {text: labels.words[text] for text in find_said(files) if labels.words.get(text, text) != text}


def _letter(part: str) -> str | None:
    """A letter or a number, which is the same in each language."""
    return part if len(part) == 1 or part.isdigit() else None


def load_labels(name: str | None, templates: Path | None, packaged: Path) -> Labels:
    """The labels that a setting names: a language, of the user's templates or packaged, or the path of a file.

    Raises SettingsError for a file that cannot be read or has other words than those of the program.
    """
    if name is None or name == ENGLISH:
        return Labels()
    folders = [folder / FOLDER for folder in (templates, packaged) if folder]
    files = [Path(name)] if Path(name).suffix else [folder / f"{name}.yml" for folder in folders]
    file = next((file for file in files if file.is_file()), None)
    if file is None:
        known = sorted({path.stem for folder in folders for path in folder.glob("*.yml")})
        raise SettingsError("labels", f"there is no {name!r}", f"known: {', '.join(known)}; or name a file (.yml)")
    words = read_labels(file)
    for fault in find_faults(words, read_labels(packaged / FOLDER / f"{ENGLISH}.yml")):
        raise SettingsError(file.name, fault, "correct it")
    return Labels(words)


def read_labels(file: Path) -> dict[str, str]:
    """The words of a file by the English ones. Raises SettingsError."""
    try:
        read = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingsError(file.name, " ".join(str(error).split())[:200], "correct the file") from error
    if not isinstance(read, dict) or not all(isinstance(word, str) for pair in read.items() for word in pair):
        raise SettingsError(file.name, "it is no list of words", "write a line `English words: your words` for each")
    return read


def find_faults(words: Mapping[str, str], english: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with words: none of the program, or not the same places."""
    for word, label in words.items():
        if word not in english:
            near = difflib.get_close_matches(word, english, n=1)
            yield f"the program has no words {word!r}" + (f", but {near[0]!r}" if near else "")
        elif set(_PLACE.findall(word)) != set(_PLACE.findall(label)):
            yield f"the places in braces of {word!r} are not those of {label!r}"

"""The day of publication: what is declared, held against what the text shows.

The data of a page may state the day on which the page was moved or made anew, and in a zone in which it is the day
before or after ("?"; "~" where that is likely, and then only a day that is shown beside it counts). A later day on the
page may be that of a change. A mail is of the day in its header: a day in its text is that of what is forwarded.
"""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from generator.analysis.publication.days import find_published
from generator.analysis.publication.rules import (
    MISSING,
    FindField,
    Scene,
    declare,
    is_mail,
    last_declared,
    read_scene,
    source,
)
from generator.model import Field, Span
from generator.text.rules import Chain, Rule

_MARKS, _LIKELY = ("?", "~"), "~"
"""How a reader marks a day that may be another one where the paper is made."""
_NEXT = datetime.timedelta(days=1)


class _Data(NamedTuple):
    """What the data of a page state, beside what is shown."""

    field: Field
    mark: str
    stated: datetime.date | None
    seen: datetime.date | None
    """The day that the text states."""

    @property
    def is_near(self) -> bool:
        """Whether the text states the same day or one beside it."""
        return self.stated is not None and self.seen is not None and abs(self.stated - self.seen) <= _NEXT


def show(scene: Scene) -> Scene:
    """The scene with the day that the text shows."""
    return scene._replace(shown=find_published(scene.document, scene.url))


def _read_data(scene: Scene) -> _Data | None:
    declared = last_declared(scene.document, "published", "structured data")
    if declared is None:
        return None
    words = declared.values[0]
    mark = words[10:] if words[10:] in _MARKS else ""
    field = Field(words.removesuffix(mark), "stated")
    return _Data(field, mark, _day(field), _day(scene.shown) if scene.shown.status == "stated" else None)


def _day(field: Field) -> datetime.date | None:
    """The day that a field states; None for a month, a year or nothing."""
    try:
        return datetime.date.fromisoformat((field.value or "")[:10])
    except ValueError:
        return None


def _of_message(scene: Scene) -> Field | None:
    declared = last_declared(scene.document, "published", "structured data")
    return Field(declared.values[0], "stated") if declared and is_mail(scene.document) else None


def _is_beside_shown(scene: Scene) -> Field | None:
    data = _read_data(scene)
    if data is None or not (data.mark and data.is_near):
        return None
    return data.field if data.stated == data.seen else scene.shown


def _is_before_shown(scene: Scene) -> Field | None:
    data = _read_data(scene)
    if data is None or data.stated is None or data.seen is None:
        return None
    return data.field if data.seen >= data.stated - _NEXT else MISSING


def _is_unsure(scene: Scene) -> Field | None:
    data = _read_data(scene)
    if data is None or data.mark != _LIKELY:
        return None
    day = _day(scene.shown)
    return scene.shown if data.stated and day and abs(data.stated - day) <= _NEXT else MISSING


def _is_alone(scene: Scene) -> Field | None:
    data = _read_data(scene)
    return data.field if data else None


def _try_day(rule: Rule[FindField], text: str) -> Iterator[Span]:
    found = rule.find(show(read_scene(text)))
    if found is not None and found.value:
        yield found.span or Span(0, 0)


def _page(day: str, *lines: str) -> str:
    return source(f"structured data: published = {day}", *lines)


PUBLISHED: Chain[FindField] = Chain(
    "day of publication",
    (
        *declare("published")[:2],
        Rule(
            "header of a message",
            _of_message,
            yes=(_page("2021-03-04", "mail> From: Ann Lee", "dateline> 2 March 2021"),),
            no=(_page("2021-03-04", "title> Pier opens"),),
        ),
        Rule(
            "data of the page, perhaps a day off",
            _is_beside_shown,
            yes=(
                _page("2021-03-04?", "title> Pier opens", "dateline> |5 March 2021|"),
                _page("2021-03-04~", "title> Pier opens", "dateline> 4 March 2021"),
            ),
            no=(
                _page("2021-03-04", "title> Pier opens", "dateline> 5 March 2021"),
                _page("2021-03-04?", "title> Pier opens", "dateline> 6 March 2021"),
            ),
            reason="The day that is shown is that of the paper.",
        ),
        Rule(
            "data of the page, and a day that is shown",
            _is_before_shown,
            yes=(_page("2021-03-04", "title> Pier opens", "dateline> 9 March 2021"),),
            no=(
                _page("2021-03-04", "title> Pier opens", "dateline> 2 March 2021"),
                _page("2021-03-04", "title> Pier opens"),
            ),
            reason="Where an earlier day is shown, the data are of a page made anew: then none counts.",
        ),
        Rule(
            "day of the address, the data being a day off",
            _is_unsure,
            yes=(_page("2021-03-04~", "sidecar: url = https://a.example/2021/03/05/pier"),),
            no=(
                _page("2021-03-04?", "sidecar: url = https://a.example/2021/03/05/pier"),
                _page("2021-03-04~", "sidecar: url = https://a.example/2021/03/09/pier"),
            ),
        ),
        Rule(
            "structured data",
            _is_alone,
            yes=(_page("2021-03-04", "title> Pier opens"),),
            no=(source("title> Pier opens", "dateline> 4 March 2021"),),
        ),
    ),
    _try_day,
)
"""Where nothing is declared, the day that is shown counts."""

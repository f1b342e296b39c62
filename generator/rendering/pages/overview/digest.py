"""The page that tells the state of things: the themes of the last days, a few sentences each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.model import Evidence
from generator.rendering.addresses import BRIEFS, DIGEST, NEWS, THEMES, TIMELINE, relative, theme_page
from generator.rendering.catalog import Catalog
from generator.rendering.digest.choosing import Story, choose
from generator.rendering.digest.writing import count_story, count_undated, name_period
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.happenings import EventLine, show_event
from generator.rendering.labels import Text
from generator.rendering.markup import Markdown
from generator.rendering.readable import counted
from generator.rendering.views import BriefLine, SentenceLine, show_brief, show_sentence


@dataclass(frozen=True, slots=True)
class ProvenLine:
    """A sentence with its source."""

    sentence: SentenceLine
    brief: BriefLine


@dataclass(frozen=True, slots=True)
class StoryView:
    """A theme of these days."""

    name: str
    href: Markdown
    """Of the page of the theme."""
    anchor: Markdown
    count: Markdown
    """`3 briefs of 12`."""
    lines: tuple[ProvenLine, ...]


@dataclass(frozen=True, slots=True)
class DigestView:
    """The state of things."""

    title: str
    period: Markdown
    """The days in words: `6–12 May 2022`."""
    count: Markdown
    """`3 briefs; 1 brief without a stated day left out`."""
    stories: tuple[StoryView, ...]
    more_stories: int
    others: tuple[ProvenLine, ...]
    """A sentence each of briefs of no theme."""
    more_others: int
    coming: tuple[EventLine, ...]
    """Events planned for a later day."""
    briefs_href: Markdown
    themes_href: Markdown
    timeline_href: Markdown
    news_href: Markdown


def view_digest(catalog: Catalog) -> DigestView:
    """The last seven days up to the newest source."""
    digest = choose(catalog)
    return DigestView(
        title="The state of things",
        period=Markdown(name_period(digest.period)),
        count=Markdown(f"{counted(digest.briefs, 'brief')}{count_undated(digest)}"),
        stories=tuple(_show(catalog, number, story) for number, story in enumerate(digest.stories, 1)),
        more_stories=digest.more_stories,
        others=tuple(_prove(catalog, evidence) for evidence in digest.others),
        more_others=digest.more_others,
        coming=tuple(show_event(catalog, event, DIGEST) for event in digest.coming),
        briefs_href=relative(BRIEFS, DIGEST),
        themes_href=relative(THEMES, DIGEST),
        timeline_href=relative(TIMELINE, DIGEST),
        news_href=relative(NEWS, DIGEST),
    )


def _show(catalog: Catalog, number: int, story: Story) -> StoryView:
    lines = tuple(_prove(catalog, evidence) for evidence in story.sentences)
    href, anchor = relative(theme_page(story.theme), DIGEST), Markdown(f"theme-{number}")
    return StoryView(story.theme.name, href, anchor, Markdown(count_story(story)), lines)


def _prove(catalog: Catalog, evidence: Evidence) -> ProvenLine:
    return ProvenLine(show_sentence(catalog, evidence, DIGEST), show_brief(catalog, evidence.brief, DIGEST))


def draft_digest(catalog: Catalog) -> Iterator[Draft]:
    """The page."""
    yield Draft(DIGEST, None, _describe, partial(view_digest, catalog), searchable=False)


def _describe(view: DigestView, text: Text) -> str:
    return f"{text(view.title)}: {text(view.period)}, {text(view.count)}."


PAGE = PageKind("digest", "digest", draft_digest)

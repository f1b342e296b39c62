"""Ministries across briefs: which country's each is, so that those of one country meet and no others."""

from collections.abc import Iterable

from generator.model import Analysis, LocalEntity
from generator.text.ministries import Ministry, owner_before, read_ministry


def find_ministries(analyses: Iterable[Analysis]) -> dict[tuple[str, str], Ministry]:
    """The ministries whose country the brief itself tells, by brief and `LocalEntity.id`."""
    found = {}
    for analysis in analyses:
        for entity in analysis.entities:
            ministry = read_ministry(entity.name) if entity.type == "Organization" else None
            countries = list_countries(analysis, entity) if ministry else set()
            if ministry and len(countries) == 1:
                found[analysis.document.id, entity.id] = ministry._replace(country=min(countries))
    return found


def list_countries(analysis: Analysis, entity: LocalEntity) -> set[str]:
    """The countries that own a ministry by its forms and by the words before its mentions."""
    named = {ministry.country for form in (entity.name, *entity.aliases) if (ministry := read_ministry(form))}
    text = analysis.document.text
    owners = {owner_before(text, mention.span.start) for mention in analysis.mentions if mention.entity == entity.id}
    return (named | owners) - {""}

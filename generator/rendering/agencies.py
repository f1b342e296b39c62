"""Which names of agencies are one: by the list of other names, else because one organization bears both."""

from collections.abc import Callable, Iterable

from generator.model import Entity
from generator.text.origins import origin_key


def know_agencies(entities: Iterable[Entity]) -> Callable[[str], str]:
    """Tells the key under which names of agencies are compared: "The Valley Wire Service" is "VWS" where the sources
    name one organization by both. A name that several organizations bear says nothing.
    """
    bearers: dict[str, set[str]] = {}
    for entity in entities:
        if entity.type == "Organization":
            for name in (entity.name, *entity.aliases):
                bearers.setdefault(origin_key(name), set()).add(origin_key(entity.name))
    one = {key: next(iter(names)) for key, names in bearers.items() if len(names) == 1}
    return lambda name: one.get(origin_key(name), origin_key(name))

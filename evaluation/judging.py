"""How one source of an export compares with what a careful reader found in it.

Each judge takes the gold and the record of one document and gives a `Score`. An `error` is worse than a gap: a wrong
speaker, an invented date, page furniture read as news.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

Record = Mapping[str, Any]
Range = tuple[int, int]

TYPES = {"person": "Person", "organization": "Organization", "place": "Place", "event": "Event"}
"""Types of the gold that have one answer; for the others (group, facility, process) any type will do."""


@dataclass(frozen=True)
class Score:
    """How many of the things looked for were found, what is missing by name, and what is wrong."""

    right: int
    of: int
    missing: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()

    def as_record(self) -> dict[str, Any]:
        """The score as plain values."""
        return asdict(self)


def score(looked_for: Iterable[tuple[str, bool]], errors: Iterable[str] = ()) -> Score:
    """The score of named things, each found or not."""
    things = list(looked_for)
    missing = tuple(name for name, found in things if not found)
    return Score(len(things) - len(missing), len(things), missing, tuple(errors))


def range_of(evidence: Record) -> Range:
    """The span of a piece of evidence of the gold."""
    return evidence["start"], evidence["end"]


def overlaps(one: Iterable[int], other: Iterable[int]) -> bool:
    """Whether two spans share a character."""
    (start, end), (first, last) = one, other
    return start < last and first < end


def said(found: Record, span: Iterable[int]) -> str:
    """The words of a span of the export."""
    start, end = span
    text: str = found["text"]
    return text[start:end]


def match_entities(gold: Record, found: Record) -> dict[str, str]:
    """The gold entity that each entity of the export stands for: the one it shares most mentions with."""
    places = {range_of(mention): entity["id"] for entity in gold["entities"] for mention in entity["mentions"]}
    votes: dict[str, Counter[str]] = {}
    for mention in found["mentions"]:
        for place, entity in places.items():
            if overlaps(place, mention["span"]):
                votes.setdefault(mention["entity"], Counter())[entity] += 1 + (place == tuple(mention["span"]))
    return {local: min(count, key=lambda entity: (-count[entity], entity)) for local, count in votes.items()}


def judge_title(gold: Record, found: Record) -> Score:
    """The stated title; where none is stated, one that is marked as derived and is not a known mistake."""
    want, field = gold["title"], found["metadata"]["title"]
    value = field["value"]
    right = value == want["value"] if want["value"] else field["status"] in ("derived", "missing")
    wrong = value in want.get("wrong_answers", ()) or len(value or "") > 250
    return score([("title", right and not wrong)], [f"title {value!r}"] if wrong else [])


def judge_field(name: str, want: str | None, found: Record) -> Score:
    """A field that is either as in the gold or not stated; anything else is invented."""
    value = found["metadata"][name]["value"]
    return score([(f"{name} {want!r}", value == want)], [f"{name} {value!r}"] if value not in (want, None) else [])


def judge_credits(gold: Record, found: Record) -> Score:
    """Wire services, media cited by name and the image's owner, each at its place."""
    credits = gold["credits"]
    wanted = [("wire", row["agency"], row["evidence"]) for row in credits.get("wire", ())]
    wanted += [("cited", row["outlet"], row["evidence"]) for row in credits.get("cited_media", ()) if row["outlet"]]
    if image := credits.get("image"):
        wanted.append(("image", image["value"], image["evidence"]))
    have = [(row["kind"], row["name"], row["span"]) for row in found["credits"]]
    extra = [f"{kind} {name}" for kind, name, _ in have if not any(name == want[1] for want in wanted)]
    return score(
        (
            (f"{kind} {name}", any(row[:2] == (kind, name) and overlaps(row[2], range_of(evidence)) for row in have))
            for kind, name, evidence in wanted
        ),
        extra,
    )


def judge_sentences(gold: Record, found: Record) -> Score:
    """The body's sentences, from the first to the last character."""
    have = {tuple(span) for span in found["sentences"]}
    wanted = {name: range_of(sentence) for name, sentence in gold["sentences"].items()}
    extra = sorted(have - set(wanted.values()))
    return score(
        ((name, span in have) for name, span in wanted.items()),
        [f"sentence {said(found, span)[:60]!r}" for span in extra],
    )


def judge_summary(gold: Record, found: Record) -> Score:
    """The sentences a reader would choose, or those that do as well; a sentence that is none is an error."""
    names = {range_of(sentence): name for name, sentence in gold["sentences"].items()}
    spans = [tuple(found["sentences"][index]) for index in found["summary"]]
    chosen = {names[span] for span in spans if span in names}
    want = gold["summary"]
    others = want.get("acceptable_alternatives", {})
    looked_for = [(name, bool(chosen & {name, *others.get(name, ())})) for name in want["sentence_ids"]]
    looked_for += [(" or ".join(group), bool(chosen & set(group))) for group in want.get("must_include_one_of", ())]
    return score(looked_for, [f"summary {said(found, span)[:60]!r}" for span in spans if span not in names])


def judge_names(gold: Record, found: Record) -> Score:
    """The required entities, each found once with its type and apart from the others; and what is no entity."""
    by_place = {tuple(mention["span"]): mention for mention in found["mentions"]}
    looked_for, errors = [], []
    for entity in gold["entities"]:
        hits = [by_place[range_of(m)] for m in entity["mentions"] if range_of(m) in by_place]
        kinds = {hit["type"] for hit in hits}
        if not entity.get("optional"):
            looked_for.append((entity["canonical"], bool(hits)))
        if kind := TYPES.get(entity["type"]):
            errors += [f"{entity['canonical']} as {wrong}" for wrong in sorted(kinds - {kind})]
        if len({hit["entity"] for hit in hits}) > 1:
            errors.append(f"{entity['canonical']} is several entities")
    errors += list_merged(gold, found)
    surfaces = {said(found, mention["span"]) for mention in found["mentions"]}
    errors += [f"{name!r} is no entity" for name in gold.get("not_entities", ()) if name in surfaces]
    return score(looked_for, errors)


def list_merged(gold: Record, found: Record) -> Iterator[str]:
    """Entities of the export that hold mentions of two entities of the gold."""
    places = {range_of(mention): entity["canonical"] for entity in gold["entities"] for mention in entity["mentions"]}
    holds: dict[str, set[str]] = {}
    for mention in found["mentions"]:
        if name := places.get(tuple(mention["span"])):
            holds.setdefault(mention["entity"], set()).add(name)
    return (f"{' and '.join(sorted(names))} are one entity" for names in holds.values() if len(names) > 1)


def judge_mentions(gold: Record, found: Record) -> Score:
    """Every mention that the gold lists for a required entity, from the first to the last character."""
    have = {tuple(mention["span"]) for mention in found["mentions"]}
    return score(
        (f"{mention['text']} at {mention['start']}", range_of(mention) in have)
        for entity in gold["entities"]
        if not entity.get("optional")
        for mention in entity["mentions"]
    )


def judge_roles(gold: Record, found: Record) -> Score:
    """Roles as stated, at the right person."""
    people = match_entities(gold, found)
    have = {(people.get(entity["id"]), role["title"]) for entity in found["entities"] for role in entity["roles"]}
    wanted = {(e["id"], role["role"]) for e in gold["entities"] for role in e.get("roles_as_stated", ())}
    owners: dict[str, set[str]] = {}
    for person, role in wanted:
        owners.setdefault(role, set()).add(person)
    wrong = [f"{role!r} of {person}" for person, role in have if role in owners and person not in owners[role]]
    return score(((f"{role} of {person}", (person, role) in have) for person, role in sorted(wanted)), sorted(wrong))

"""How the speech, the dates and the cut lines of one source compare with the gold."""

from collections.abc import Iterator

from evaluation.judging import Range, Record, Score, match_entities, overlaps, range_of, said, score


def judge_quotations(gold: Record, found: Record) -> Score:
    """Each quotation in full with its speaker. A wrong speaker, or a quotation that is none, is an error."""
    people = match_entities(gold, found)
    clean = [quote for quote in gold["quotes"] if quote["kind"] != "unbalanced"]
    looked_for, errors = [], []
    known: set[tuple[int, ...]] = set()
    for quote in clean:
        hits = [row for row in found["quotations"] if overlaps(row["span"], range_of(quote["exact"]))]
        known.update(tuple(row["span"]) for row in hits)
        exact = [row for row in hits if same_words(said(found, row["span"]), quote["exact"]["text"])]
        speakers = {people.get(row["speaker"], row["speaker"]) for row in exact if row["speaker"]}
        looked_for.append((f"{quote['id']} {quote['exact']['text'][:50]!r}", bool(exact)))
        looked_for.append((f"speaker of {quote['id']}: {quote['speaker']}", quote["speaker"] in speakers))
        errors += [f"{quote['id']} said by {speaker}" for speaker in sorted(speakers - {quote["speaker"]})]
    spans = [tuple(row["span"]) for row in found["quotations"]]
    return score(looked_for, errors + [f"quotation {said(found, span)[:60]!r}" for span in spans if span not in known])


def same_words(one: str, other: str) -> bool:
    """Whether two quotations are equal but for a last comma."""
    return one.rstrip(",") == other.rstrip(",")


def judge_claims(gold: Record, found: Record) -> Score:
    """The claimant of each claim in its sentence, be it indirect speech or a quotation there."""
    wanted = [claim for claim in gold["claims"] if claim.get("claimant")]
    allowed: dict[str, set[str]] = {}
    for claim in wanted:
        allowed.setdefault(claim["text_from"], set()).add(claim["claimant"])
    heard = {name: list_claimants(gold, found, name) for name in gold["sentences"]}
    errors = [
        f"{name} claimed by {claimant}"
        for name, claimants in heard.items()
        for claimant in sorted(claimants - allowed.get(name, set()))
    ]
    return score(
        (
            (
                f"{claim['id']} {claim['claimant']} in {claim['text_from']}",
                claim["claimant"] in heard[claim["text_from"]],
            )
            for claim in wanted
        ),
        errors,
    )


def list_claimants(gold: Record, found: Record, sentence: str) -> set[str]:
    """Who is said to say something in a sentence of the gold."""
    people = match_entities(gold, found)
    place = range_of(gold["sentences"][sentence])
    rows = [(row["claimant"], row["span"]) for row in found["claims"]]
    rows += [(row["speaker"], row["span"]) for row in found["quotations"]]
    return {people.get(speaker, speaker) for speaker, span in rows if speaker and overlaps(span, place)}


def judge_media(gold: Record, found: Record) -> Score:
    """The medium that reported a claim, where the gold names one by a capital letter."""
    looked_for = []
    for claim in gold["claims"]:
        medium = (claim.get("via") or "").split(" (")[0]
        if medium[:1].isupper():
            place = range_of(gold["sentences"][claim["text_from"]])
            rows = (*found["claims"], *found["quotations"])
            vias = {row["via"] for row in rows if overlaps(row["span"], place)}
            looked_for.append((f"{claim['id']} via {medium}", medium in vias))
    return score(looked_for)


def judge_events(gold: Record, found: Record) -> Score:
    """The date of each event. A date where the gold has none, or another one, is an error."""
    looked_for, errors = [], []
    for event in gold["events"]:
        expressions = [event["when_text"], *event.get("also_when_text", ())] if event["when_text"] else []
        values = set(list_values(gold, found, event, [range_of(words) for words in expressions]))
        name = f"{event['id']} {event['what'][:50]!r} {event['iso']}"
        looked_for.append((name, event["iso"] in values if event["iso"] else not values))
        # A vaguer expression may have a wider value: "next week" beside "on January 10".
        first = set(list_values(gold, found, event, [range_of(event["when_text"])] if event["when_text"] else []))
        errors += [f"{event['id']} on {value}, not {event['iso']}" for value in sorted(first - {event["iso"]})]
    return score(looked_for, errors)


def list_values(gold: Record, found: Record, event: Record, expressions: list[Range]) -> Iterator[str]:
    """The values that the export gives the date expressions of an event, or its sentences where it has none."""
    if expressions:
        published = found["metadata"]["published"]
        if published["span"] and any(overlaps(published["span"], place) for place in expressions):
            yield published["value"]
        for date in found["dates"]:
            if date["value"] and any(overlaps(date["span"], place) for place in expressions):
                yield date["value"]
        return
    places = [range_of(gold["sentences"][name]) for name in event["evidence"]]
    for told in found["events"]:
        span = found["sentences"][told["sentence"]]
        value = None if told["date"] is None else found["dates"][told["date"]]["value"]
        if value and any(overlaps(span, place) for place in places):
            yield value


def judge_drops(gold: Record, found: Record) -> Score:
    """The lines that are no news: none of their words may be a sentence, a name, a quotation or an event."""
    starts = [0]
    for line in found["text"].split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    rows = [("sentence", span) for span in found["sentences"]]
    rows += [(kind, row["span"]) for kind in ("mentions", "quotations", "claims", "dates") for row in found[kind]]
    looked_for, errors = [], []
    for drop in gold.get("drop_lines", ()):
        place = starts[drop["line"] - 1], starts[drop["line"]]
        leaks = [f"{kind} {said(found, span)[:60]!r}" for kind, span in rows if overlaps(span, place)]
        looked_for.append((f"line {drop['line']} {drop['text'][:50]!r}", not leaks))
        errors += [f"line {drop['line']}: {leak}" for leak in leaks]
    return score(looked_for, errors)

"""The nouns of the house: frozen values, each documented field by field.

Laws (each a test): every value is frozen; a document's text never changes after reading; every finding carries a
`Span` into it, across documents an `Evidence`; a later fact gets a later type (Source, Document, Analysis, Brief,
Library); problems travel inside the data.

Glossary
    source      one file in the folder of sources, as bytes
    document    its text and blocks; the text is the whole decoded text, chrome included
    block       a run of the text with a kind: title, paragraph, boilerplate, ...
    mention     a name in a text; *entity*: whom or what it names
    quotation   words between quotation marks, with cue and speaker; *claim*: indirect speech
    credit      a wire service, an image's owner or a medium cited
    brief       one source as the site shows it; *library*: all of them, linked
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

BlockKind = Literal[
    "title", "heading", "dateline", "byline", "standfirst", "paragraph", "list_item", "quotation", "caption",
    "credit", "boilerplate",
]  # fmt: skip
EntityType = Literal["Person", "Organization", "Place", "Event"]
Act = Literal[
    "states", "asks", "demands", "proposes", "promises", "warns", "accuses", "denies", "refuses", "admits",
]  # fmt: skip
Severity = Literal["note", "warning", "error"]
Status = Literal["stated", "derived", "missing", "override"]
RoleForm = Literal["title", "apposition", "copula", "relative"]
RoleKind = Literal["role", "relation", "address"]

BODY_KINDS: frozenset[BlockKind] = frozenset({"paragraph", "list_item", "quotation"})
"""Blocks whose sentences count: only these are summarized, quoted and dated."""
NAMED_KINDS: frozenset[BlockKind] = BODY_KINDS | {"title", "heading", "standfirst", "caption"}
"""Blocks in which names are looked for."""
ENTITY_TYPES: tuple[EntityType, ...] = ("Person", "Organization", "Place", "Event")


class Span(NamedTuple):
    """A slice of `Document.text`, in code points; `end` is exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this span in `text`."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


class Evidence(NamedTuple):
    """A span in one brief of many."""

    brief: str
    """`Document.id` of the brief."""
    span: Span


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in what was given, for a person to read. `note`s are shown on the site; the rest also while building."""

    path: str
    """The file, relative to the project, with forward slashes; made printable."""
    what: str
    """The fault, in a few words."""
    cure: str | None = None
    """What to do about it."""
    severity: Severity = "warning"
    span: Span | None = None

    def __str__(self) -> str:
        return f"{self.path}: {self.what}" + (f"; {self.cure}" if self.cure else "")


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the folder of sources, or one message of a mailbox. Filled by `readers.collect`."""

    path: str
    """Relative to the folder of sources, forward slashes; `box.mbox#3` for a message, `nexis.docx#KEY` for an article
    of several. The key of everything."""
    id: str
    """The address of its brief: `[a-z0-9-]{1,60}`, unique in the collection without regard to case."""
    content: bytes
    sidecar: bytes | None = None
    """The bytes of `NAME.yml` beside it."""
    place: str = ""
    """Where it stands in a file of several, `row 17`; of a page of a web archive when it was saved."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """Metadata that is written down beside the text: in front matter or in the data of the format, such as the head
    of a page or of a message (both stated), or in a sidecar (override)."""

    field: Literal["title", "publisher", "published", "authors", "url", "language", "section", "keep", "cut"]
    """`keep` and `cut` stand in a sidecar only: lines of the source that the editor keeps in it or cuts from it."""
    values: tuple[str, ...]
    """One value, except for authors and lines. Never empty; no value is empty."""
    origin: Literal["structured data", "front matter", "sidecar"]
    rule: str = ""
    """The rule that chose it, where the data of the format state several."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the text with one kind. Blocks are in order and do not overlap; between them is white space only."""

    kind: BlockKind
    span: Span
    """Without white space at either end."""
    reason: str | None = None
    """Why it is boilerplate; None for every other kind."""
    page: int | None = None
    """The page it begins on, from 1, or the second of the recording; None where the format has neither."""
    is_row: bool = False
    """Whether it is a row of a table or a part of one: names are looked for in it, but it is no sentence."""
    is_label: bool = False
    """Whether it is the label of a turn in a transcript or chat: it names who speaks, but it is no sentence."""
    rule: str = ""
    """The rule of cleaning that gave it its kind; empty where the format did, or nothing but the text."""
    certainty: int | None = None
    """How sure a program for text recognition (OCR) is of its words, in per cent; None of what was not read so."""

    @property
    def is_body(self) -> bool:
        """Whether its sentences count."""
        return self.kind in BODY_KINDS and not self.is_row and not self.is_label


@dataclass(frozen=True, slots=True)
class Document:
    """A source as text. `readers.read` makes it, `cleaning.clean` gives back a copy with relabelled blocks."""

    path: str
    id: str
    sha256: str
    """Of the file's bytes, in hex."""
    text: str
    """The whole decoded text, chrome included. For .txt the file's characters exactly, byte-order mark aside; for every
    other format the text that a reader of the page sees, block by block."""
    blocks: tuple[Block, ...]
    declarations: tuple[Declaration, ...] = ()
    """Structured data or front matter first, sidecar after it: the later one wins."""
    problems: tuple[Problem, ...] = ()
    code: tuple[Span, ...] = ()
    """Program code inside sentences that holds quotation marks, in order: its strings are nobody's words."""
    place: str = ""
    """Where it stands in a file that holds several articles: `article 3`, `row 17`; when a page was saved, where its
    file says so: `saved 2022-05-07`; else empty."""


@dataclass(frozen=True, slots=True)
class Field:
    """A piece of metadata with where it comes from. `value` is None exactly when `status` is `missing`."""

    value: str | None
    status: Status
    """stated: the source says so; derived: made of the source's own words; override: a sidecar says so."""
    span: Span | None = None
    """The words that say so; None where they stand outside the text (sidecar, front matter)."""
    rule: str = ""
    """The rule that gave it, and the rule that found the words, parted by a semicolon; of a missing value, the rule
    that refused it."""


@dataclass(frozen=True, slots=True)
class Authors:
    """The authors, with where they come from. `value` is empty exactly when `status` is `missing`."""

    value: tuple[str, ...]
    status: Status
    span: Span | None = None
    rule: str = ""
    """The rule that gave them."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of the source as a publication. Filled by `analysis.publication`."""

    title: Field
    """Stated, or derived: the opening words of the lead sentence, always a slice of the text."""
    publisher: Field
    published: Field
    """EDTF, mostly `2022-01-07`."""
    authors: Authors
    url: Field
    """Absolute http(s) address."""
    section: Field = Field(None, "missing")
    """Of the publication, as it names it: World, Opinion."""
    language: Field = Field(None, "missing")
    """BCP 47; derived where the words of the text tell it."""
    number: Field = Field(None, "missing")
    """Under which an authority files it: the docket number of a case, the symbol of a document."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A wire service, an image's owner or a cited medium, as the text names it."""

    kind: Literal["wire", "image", "cited"]
    """wire: the report is from it; image: it owns a picture; cited: the text names it as a source."""
    name: str
    """The words of `span`."""
    span: Span
    rule: str = ""
    """The rule that found it."""
    is_part: bool = False
    """Of a wire: only a part of the report is from it ("with inputs from AP")."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, without titles, leading "the" or a possessive."""

    span: Span
    type: EntityType
    entity: str
    """`LocalEntity.id` within the same analysis."""
    rule: str = ""
    """The rule that found the name or last changed its words or type."""


@dataclass(frozen=True, slots=True)
class Role:
    """A title, office or occupation exactly as stated."""

    title: str
    """The words of `span`."""
    span: Span
    form: RoleForm = "title"
    """Before the name, beside it, told by a verb ("is", "became", "served as"), or in a clause with "who"."""
    kind: RoleKind = "role"
    """`relation`: what somebody is to another ("his father"); `address`: only how one is spoken to ("Mr.")."""
    of: str | None = None
    """`LocalEntity.id` of the organization or place that the words name, where they name one."""
    rule: str = ""
    """The rule that found it."""


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """Whom or what the mentions of one document name."""

    id: str
    """`e1`, `e2`, ... in the order of first mention."""
    type: EntityType
    name: str
    """The fullest form that occurs in the text."""
    aliases: tuple[str, ...] = ()
    """The other forms that occur, in order of first mention, without `name`."""
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks."""

    span: Span
    """Without the quotation marks."""
    kind: Literal["direct", "fragment"]
    """`direct`: a clause or more; `fragment`: a phrase inside somebody else's sentence."""
    speaker: str | None = None
    """`LocalEntity.id`; None: not determined."""
    speaker_span: Span | None = None
    """The words that name the speaker where he speaks: a name, a title or a pronoun."""
    cue: Span | None = None
    """The reporting verb or "according to"."""
    via: str | None = None
    """The medium that is said to have reported it, as named."""
    by_editor: bool = False
    """Whether the curator decided who speaks, or that it stays open."""
    act: Act | None = None
    """What is done by the cue's verb; None where there is no cue or its verb is not known."""
    rule: str | None = None
    """The rules that gave the speaker, parted by semicolons; None where nobody, or the curator, tells who speaks."""
    is_carried: bool = False
    """Whether who speaks is told before the words: in the paragraph before, or by the label of the turn."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Indirect speech: somebody is said to have said something."""

    sentence: int
    """Index into `Analysis.sentences`."""
    span: Span
    """What is claimed."""
    claimant: str | None = None
    """`LocalEntity.id`; None: not determined."""
    claimant_span: Span | None = None
    """The words that name the claimant."""
    cue: Span | None = None
    """The reporting verb or "according to"."""
    via: str | None = None
    """The medium that is said to have reported it, as named."""
    hedges: tuple[Span, ...] = ()
    """Words that weaken it: "reportedly"."""
    by_editor: bool = False
    """Whether the curator decided who claims it, or that it stays open."""
    act: Act | None = None
    """What is done by the cue's verb; None where there is no cue or its verb is not known."""
    rule: str | None = None
    """The rules that gave the claimant, parted by semicolons; None where the curator tells who claims it."""


StanceAct = Literal["holds", "denies", "demands", "refuses"]


@dataclass(frozen=True, slots=True)
class Stance:
    """Where somebody stands: what a sentence says that he holds, denies, demands or refuses."""

    sentence: int
    """Index into `Analysis.sentences`."""
    act: StanceAct
    cue: Span
    """The verb or noun that says so: "refuted", "fears"."""
    span: Span
    """What is held, denied, demanded or refused."""
    holder: Span | None
    """The words that name whose stance it is; None where the text does not say."""
    holders: tuple[str, ...] = ()
    """`LocalEntity.id`s of those; empty where they are not known by name."""
    against: tuple[str, ...] = ()
    """`LocalEntity.id`s of those who are accused, of whom it is demanded, or whose claim or demand it is."""
    against_spans: tuple[Span, ...] = ()
    """The words that name them, also where nobody knows who is meant."""
    is_bare: bool = False
    """Whether `span` only points at what is said elsewhere: "the allegations"."""
    rule: str = ""
    """The rule that found it."""


@dataclass(frozen=True, slots=True)
class HeadlineQuotation:
    """Words between quotation marks in the title or standfirst, held against the body."""

    span: Span
    """Without the quotation marks."""
    found: Literal["quoted", "unquoted", "partly", "not found"]
    """`quoted`: the body quotes somebody with these words; `unquoted`: it has them outside quotation marks only;
    `partly`: it has most of the words in one place."""
    evidence: Span | None = None
    """The words of the body, or the nearest place; None exactly when nothing was found."""
    speaker: str | None = None
    """`LocalEntity.id` of the one who is quoted there; None: nobody, or not determined."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression in the body."""

    span: Span
    value: str | None
    """EDTF; None exactly when `status` is `open`."""
    rule: str
    """How the value was reached, or why it stays open; for a person to read."""
    status: Literal["stated", "resolved", "open"]
    """stated: in full; resolved: by `rule`; open: no value."""


Standing = Literal[
    "asserted", "planned", "reported", "possible", "threatened", "demanded", "conditional", "asked", "denied",
    "counterfactual",
]  # fmt: skip
"""How a text speaks of something: as a fact or as to come; as others tell, as possible, threatened, demanded, under a
condition; as a question, as not so, or as what would have been."""
EventStatus = Literal["announced", "under way", "reported", "cancelled", "postponed"]
"""Announced: to come, by the text's tense or dates; under way: begun and not over; cancelled: called off, or told not
to be; postponed: moved."""
ArgumentRole = Literal["agent", "patient", "partner", "recipient", "theme", "place", "quantity"]
"""What part somebody or something has in a happening: who does it; to whom or what it is done, or who is put into an
office or out of it; with whom; to whom something is given or told; what it is about, what is signed, passed, won, or
the office; where; how many, or how much."""
TOLD: frozenset[Standing] = frozenset({"asserted", "planned", "reported"})
"""How an event is told that is held to have been or to come; one that is only possible or demanded is not."""
UNTOLD: frozenset[Standing] = frozenset({"asked", "denied", "counterfactual"})
"""How that is told which is no event of the library."""


@dataclass(frozen=True, slots=True)
class Ending:
    """That an event is called off or moved, where the text does not tell it as a fact."""

    kind: Literal["cancelled", "postponed"]
    standing: Standing
    """How it is told: demanded, denied, possible; never `asserted`, which is the event's own `status`."""


@dataclass(frozen=True, slots=True)
class Argument:
    """Who or what has a part in a happening."""

    role: ArgumentRole
    span: Span
    """The words that name it, without article; of a quantity the number with what it counts: "nine people"."""
    entity: str | None = None
    """`LocalEntity.id` where the words name one, or a pronoun or noun of the same sentence surely stands for one."""
    measure: str | None = None
    """Of a quantity what it measures: `killed`, `injured`, `arrested`, `votes`, `sum`, `people`; None where it is
    none of these."""
    rule: str = ""
    """The rule that found it."""


@dataclass(frozen=True, slots=True)
class DatedStatement:
    """A sentence with a date in which no happening was found."""

    sentence: int
    """Index into `Analysis.sentences`."""
    date: int
    """Index into `Analysis.dates`."""


@dataclass(frozen=True, slots=True)
class LocalEvent:
    """Something that happened or is to happen, as one sentence of one document tells it."""

    sentence: int
    date: int | None
    """Index into `Analysis.dates`."""
    participants: tuple[str, ...] = ()
    """`LocalEntity.id`s, in order of mention."""
    place: str | None = None
    """`LocalEntity.id`."""
    status: EventStatus = "reported"
    kind: str | None = None
    """What is meant by its words, of the table of kinds: "meeting" of talks and summits too."""
    standing: Standing = "asserted"
    """How its sentence tells it; what is one of `UNTOLD` is kept here and no event of the library."""
    ending: Ending | None = None
    """Its being called off or moved, where that is spoken of but is no fact."""
    rule: str = ""
    """The rules that gave its trigger, its standing where it is no fact, and its day, parted by semicolons."""
    trigger: Span | None = None
    """The verb or noun that tells what happens: "met", "signing", "took office"."""
    arguments: tuple[Argument, ...] = ()
    """By place in the text."""
    clause: tuple[Span, ...] = ()
    """The words that tell it as a short sentence, slices of its sentence in order: who, what, whom, where; empty where
    they would be none."""
    within: int | None = None
    """Index into `Analysis.events` of the happening of which the text says that this one was a part."""
    assumed: str | None = None
    """EDTF of the day that a rule of newsrooms gives where the sentence states none; `date` is then None."""
    teller: Span | None = None
    """The words that name who tells it where its writer has it told by another: "police" of "nine died, police said";
    its standing is then `reported`."""


Comparator = Literal["at least", "at most", "more than", "less than", "about"]
"""How a number is meant that is not exact."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts or measures: "at least 126,000 cases". Years, dates, ages, spans of time, ranks and
    scores are none."""

    sentence: int
    """Index into `Analysis.sentences`."""
    span: Span
    """The words that say it, in a row: comparator, number, unit and what is counted."""
    number: Span
    """The number, or the range, as written."""
    value: float
    """Of a range the lower end."""
    until: float | None = None
    """The upper end of a range."""
    unit: str | None = None
    """Of what is measured, as this program writes it: `%`, `€`, `km`; None of a count."""
    counted: Span | None = None
    """What is counted, or of what it is so much: "confirmed cases of measles"; None where the words beside it do not
    say."""
    noun: Span | None = None
    """The noun at the head of `counted`: "cases"."""
    comparator: Comparator | None = None
    event: int | None = None
    """Index into `Analysis.events` of the happening that it is a part of, as its argument of role `quantity`."""
    measure: str | None = None
    """As of that argument: `killed`, `votes`, `sum`."""
    rule: str = ""
    """The rule that found it."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a pronoun or a short name in the summary means: shown behind it in square brackets, as the editor's words.

    Only where a rule is certain; the text itself is never changed.
    """

    sentence: int
    """Index into `Analysis.sentences`, of one in the summary."""
    span: Span
    """The pronoun or short name."""
    entity: str
    """`LocalEntity.id`."""
    name: Span
    """Where the text first names them in full: the words that are shown."""
    rule: str
    """Why it is certain, for a person to read."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in one document. Cached; equal for equal input."""

    document: Document
    language: str
    """BCP 47; `und` where it was not determined."""
    metadata: Metadata
    credits: tuple[Credit, ...] = ()
    sentences: tuple[Span, ...] = ()
    """Of body blocks only, in order."""
    summary: tuple[int, ...] = ()
    """Indexes into `sentences`, ascending."""
    referents: tuple[Referent, ...] = ()
    """Whom pronouns and short names in the summary mean, by place in the text."""
    mentions: tuple[Mention, ...] = ()
    """In order, not overlapping."""
    entities: tuple[LocalEntity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    claims: tuple[Claim, ...] = ()
    stances: tuple[Stance, ...] = ()
    """In order of their cues."""
    headline_quotations: tuple[HeadlineQuotation, ...] = ()
    dates: tuple[DateMention, ...] = ()
    events: tuple[LocalEvent, ...] = ()
    dated: tuple[DatedStatement, ...] = ()
    """In order; no date of an event is among them."""
    quantities: tuple[Quantity, ...] = ()
    """By place in the text, not overlapping."""
    problems: tuple[Problem, ...] = ()
    """Those of the document and those found since."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two briefs are related."""

    kind: Literal["entity", "event", "wording"]
    label: str
    """What they share, for a person: a name, an event's date and place, or shared words."""
    id: str | None = None
    """`Entity.id` or `Event.id` of what they share."""


@dataclass(frozen=True, slots=True)
class Related:
    """A brief that touches the same people and events."""

    brief: str
    score: float
    """0 to 1, rounded to three digits."""
    reasons: tuple[Reason, ...]
    """Strongest first; never empty."""


@dataclass(frozen=True, slots=True)
class Brief:
    """One source in its place among the others. Filled by `linking.link`."""

    id: str
    analysis: Analysis
    entities: tuple[tuple[str, str], ...]
    """Pairs (`LocalEntity.id`, `Entity.id`), one for each local entity."""
    related: tuple[Related, ...] = ()
    origins: tuple[str, ...] = ()
    """Wire services and cited media, as named, each once."""
    duplicate_of: str | None = None
    """`Brief.id` of the brief with the same text; its page says so and it is not counted twice."""
    version_of: str | None = None
    """`Brief.id` of the newest version of the same report, which lists show in its place; None: it is that one, or
    there is no other version."""


LineageKind = Literal["same text", "version", "wording", "wire"]
"""Why reports are of one origin: one text; versions of one text, edited, updated or corrected; a large part of the
words of one stands in the other; one agency is credited with all of them."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """Briefs whose reports come from one origin: they do not confirm each other."""

    id: str
    """Its kind and its first brief, or its agency: `version-b1`; unique."""
    kind: LineageKind
    briefs: tuple[str, ...]
    """`Brief.id`s, two or more: the newest first, of equals the longest."""
    origins: tuple[str, ...]
    """Agencies and media that the reports are from, as named; empty where none says."""
    evidence: tuple[Evidence, ...]
    """One for each brief, in their order: the credit, or the longest sentence that shares its words."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Briefs of one origin among some, with its names."""

    names: tuple[str, ...]
    """As named; empty where no source says where its report is from."""
    briefs: tuple[str, ...]
    """`Brief.id`s."""
    is_named: bool
    """Whether a credit or a byline names where a report is from as a whole; else `names` gave a part of it at most."""


Independence = Literal["one source", "one origin", "several origins", "not established"]
"""Of what several briefs tell. One source: one brief tells it; one origin: all come from one; several origins: each is
of a named origin, and no two have a name in common; not established: anything else."""


@dataclass(frozen=True, slots=True)
class Corroboration:
    """By how many briefs something is told, and by how many origins."""

    briefs: int
    """Without those that repeat a text."""
    origins: tuple[Origin, ...]
    """By the first brief of each."""
    independence: Independence


@dataclass(frozen=True, slots=True)
class StatedRole:
    """A role with the brief that states it."""

    title: str
    evidence: Evidence
    by_editor: bool = False
    """Whether `title` is the curator's wording; `evidence` is then what the source says in its place."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What the curator did to an entity, for a person to read."""

    what: str
    """In this program's words: `merged with Den Price`."""
    note: str | None = None
    """The curator's own words on it."""


@dataclass(frozen=True, slots=True)
class PlaceReference:
    """What an atlas knows of a place. It comes from GeoNames and the list of countries, not from the sources."""

    name: str
    """As GeoNames writes it."""
    kind: Literal["country", "capital", "city"]
    country: str
    """Common English name; of a country its own."""
    code: str
    """Of the country, ISO 3166-1 alpha-2, upper case."""
    region: str
    """The part of the world: Europe."""
    latitude: float
    """In degrees, north positive; of a country that of a point inside it or of its capital."""
    longitude: float
    """In degrees, east positive."""
    population: int | None
    geonames: int | None
    """Number at geonames.org."""
    rule: str
    """Why it is held for this place, for a person to read."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organization, place or event across the whole collection."""

    id: str
    """`[a-z0-9-]{1,60}`, unique over all types."""
    type: EntityType
    name: str
    aliases: tuple[str, ...]
    roles: tuple[StatedRole, ...]
    mentions: tuple[Evidence, ...]
    """By brief (newest first, then by id), then by place in the text; never empty."""
    rule: str | None = None
    """Why mentions of several briefs are held for one entity; None for an entity of one brief."""
    description: str | None = None
    """The curator's words; None: none were written."""
    links: tuple[str, ...] = ()
    """Absolute https addresses that the curator gives."""
    edits: tuple[Edit, ...] = ()
    """What the curator changed; empty: all is as the sources have it."""
    is_partial: bool = False
    """Only a part of a name, of one brief: a bare surname of which it is not certain whose it is."""
    metonyms: tuple[Evidence, ...] = ()
    """Those mentions of a capital that stand for its government: "Moscow said". In the order of `mentions`."""
    reference: PlaceReference | None = None
    """Of a place that is known without doubt."""


@dataclass(frozen=True, slots=True)
class EventPart:
    """One sentence that tells of an event."""

    evidence: Evidence
    """The sentence."""
    date: Evidence | None
    """The date expression."""
    rule: str | None
    """How the date was reached."""
    status: EventStatus
    known_from: tuple[str, ...] = ()
    """The briefs that give the event's day where this sentence gives none; never the sentence's own date."""
    standing: Standing = "asserted"
    """As of `LocalEvent`."""
    ending: Ending | None = None
    """As of `LocalEvent`."""
    event: int | None = None
    """Index into `Analysis.events` of its brief: what this sentence tells."""
    teller: Evidence | None = None
    """As of `LocalEvent`."""


@dataclass(frozen=True, slots=True)
class EventArgument:
    """Who or what has a part in a happening, as all its sentences tell it."""

    role: ArgumentRole
    evidence: tuple[Evidence, ...]
    """The words of each sentence that say so; by brief and place in the text, never empty."""
    entity: str | None = None
    """`Entity.id`."""
    measure: str | None = None
    """As of `Argument`."""


@dataclass(frozen=True, slots=True)
class Event:
    """A happening, told by one sentence or more."""

    id: str
    date: str | None
    """EDTF; None: not stated or open."""
    place: str | None
    """`Entity.id`."""
    participants: tuple[str, ...]
    """`Entity.id`s."""
    parts: tuple[EventPart, ...]
    """By brief and place in the text; never empty."""
    kind: str | None = None
    """As of `LocalEvent`: what most of its sentences say."""
    status: EventStatus = "reported"
    """Called off if a sentence says so, else reported if one does; by the sentences that tell it most surely."""
    standing: Standing = "asserted"
    """That of the sentence that tells it most surely, in the order of `Standing`."""
    arguments: tuple[EventArgument, ...] = ()
    """Each once: two words for one entity in one role are one, two numbers are two."""
    places: tuple[str, ...] = ()
    """`Entity.id`s of all places that its sentences give it, `place` first."""
    clause: tuple[Evidence, ...] = ()
    """The words that tell it best as a short sentence: slices of one of its sentences, in order."""
    within: str | None = None
    """`Event.id` of the happening of which a sentence says that this one was a part."""
    assumed: str | None = None
    """EDTF of the day that a rule of newsrooms gives; `date` is then None."""
    corroboration: Corroboration | None = None
    """By how many briefs and origins it is told; None where that could not be counted."""


OppositionKind = Literal["denial", "refusal", "number", "date"]
"""Facts: somebody denies what another holds; one number or day is told and another. Positions: somebody refuses what
another demands."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where one sentence says that somebody stands."""

    evidence: Evidence
    """The sentence."""
    words: Evidence
    """What is held, denied, demanded or refused; of a number or day the words that tell it."""
    act: StanceAct = "holds"
    holder: Evidence | None = None
    """The words that name whose position it is; None: the source tells it itself."""
    holders: tuple[str, ...] = ()
    """`Entity.id`s of those; empty where they are not known by name."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an opposition."""

    who: tuple[str, ...]
    """`Entity.id`s of all who are on it and known by name."""
    positions: tuple[Position, ...]
    """By brief and place in the text; never empty."""


@dataclass(frozen=True, slots=True)
class Opposition:
    """What sources tell that opposes each other, side by side. It says of no side that it is right."""

    id: str
    """Made of its content: `[a-z0-9-]`, the same in every build in which the same sentences oppose each other."""
    kind: OppositionKind
    sides: tuple[Side, ...]
    """Two, of numbers and days one for each; first who holds or demands, then who denies or refuses."""
    event: str | None = None
    """`Event.id` of the happening of which two numbers or days are told."""
    entities: tuple[str, ...] = ()
    """`Entity.id`s of all who are on a side or accused, or of whom something is demanded."""
    rule: str = ""
    """Why these oppose each other; several are parted by semicolons."""
    by_editor: bool = False
    """Whether the curator said so."""

    @property
    def briefs(self) -> tuple[str, ...]:
        """The briefs that tell of it, each once."""
        return tuple(sorted({position.evidence.brief for side in self.sides for position in side.positions}))


@dataclass(frozen=True, slots=True)
class Revision:
    """A number that later briefs tell otherwise: no opposition, an update."""

    id: str
    """As of `Opposition`."""
    event: str
    """`Event.id`."""
    measure: str
    """As of `Argument`."""
    positions: tuple[Position, ...]
    """Each number once, where it was told first, in the order of publication; two or more."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What several briefs tell that one has said, in nearly the same words: a claim or a quotation of each."""

    id: str
    """Made of its content."""
    speaker: str
    """`Entity.id`."""
    evidence: tuple[Evidence, ...]
    """What is said, once for each brief; by brief."""
    corroboration: Corroboration


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to decide a doubt."""

    label: str
    """What it says, for a person."""
    yaml: str
    """The entry to paste into the curator's file."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that only a person can decide."""

    kind: Literal["duplicate", "name", "short name", "event", "speaker", "date", "opposition"]
    question: str
    evidence: tuple[Evidence, ...]
    """The places that it is about."""
    answers: tuple[Answer, ...]
    """Each ends the doubt."""
    briefs: int
    """How many it affects."""


@dataclass(frozen=True, slots=True)
class IndexedEntity:
    """An entity as a site tells other sites of it."""

    name: str
    type: EntityType
    path: str
    """Of its page or line, relative to the address of the site: `people/ann-bell.html`."""
    briefs: int


@dataclass(frozen=True, slots=True)
class EntityIndex:
    """All entities of a site, for other sites."""

    schema: int
    name: str
    """Of the site."""
    url: str
    """Of the site: absolute, http(s)."""
    entities: tuple[IndexedEntity, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A page of another site about the same name; whether it is the same person, nobody says."""

    entity: str
    """`Entity.id`."""
    site: str
    """The name of the other site."""
    address: str
    """Absolute, http(s)."""
    name: str
    """As the other site spells it."""
    briefs: int
    """Of the other site, that name it."""


WrittenFault = Literal[
    "unproved", "form", "name", "number", "date", "quotation", "denial", "standing", "words", "surplus", "unread",
]  # fmt: skip
"""Why a sentence that a machine wrote is not shown: it names no sentence of the source; it is too short or long; its
sentences do not have such a name, number, day, quotation; it denies what they do not, or the reverse; it tells as a
fact what they leave open; its words are others; it is one too many; the whole answer could not be read."""


@dataclass(frozen=True, slots=True)
class WrittenSentence:
    """A sentence that a machine wrote, with the sentences of the source on which it says that it rests."""

    text: str
    """Words of the machine: no slice of a source."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What a machine wrote of one brief, where the setting `summarizer` names one. It is evidence of nothing."""

    brief: str
    """`Brief.id`."""
    model: str
    """What the setting calls it."""
    sentences: tuple[WrittenSentence, ...]
    """Those that hold against their sentences."""
    dropped: tuple[WrittenFault, ...] = ()
    """One for each that does not, in the order of the answer."""
    read: int = 0
    """Sentences of the source that were sent: the first ones."""


FactKind = Literal[
    "brief", "person", "organization", "role", "quotation", "event", "agreement", "disagreement",
]  # fmt: skip
"""What a build may have that the one before had not. Agreement: an event that briefs of several origins tell."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the collection tells, under an id that is made of what it says and of nothing else."""

    kind: FactKind
    id: str
    """16 hex digits: the same in every build, folder and order of sources, as long as the words are the same."""
    words: str
    """A few of its words, on one line; empty for what is gone and of which no words were kept."""
    build: int
    """`PublishedBuild.number` of the build with which it came."""
    brief: str = ""
    """`Brief.id` of the brief that tells it; of several the first by day. Empty for what is gone."""
    evidence: Evidence | None = None
    """The words that tell it; None for a brief and for what is gone."""
    subject: str | None = None
    """`Entity.id`, `Event.id` or `Opposition.id` of whom or what it is about."""
    gone: int | None = None
    """`PublishedBuild.number` of the first build that has it no more."""


@dataclass(frozen=True, slots=True)
class PublishedBuild:
    """A build that had something other than the one before it."""

    number: int
    """From 1."""
    date: str | None
    """The day that it was given; None: it was given none."""
    newest: str | None = None
    """The newest day of publication among its briefs."""


@dataclass(frozen=True, slots=True)
class News:
    """What came and went with each published build, this one the last."""

    builds: tuple[PublishedBuild, ...]
    """In order; never empty."""
    facts: tuple[Fact, ...]
    """All of now, by kind, words and id."""
    gone: tuple[Fact, ...] = ()
    """What the last builds have lost, in the same order."""


@dataclass(frozen=True, slots=True)
class Strand:
    """A part into which a large theme splits: briefs that have more in common with each other than with the rest."""

    name: str
    """As of `Theme`."""
    briefs: tuple[str, ...]
    """`Brief.id`s, newest first; two or more."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The briefs that tell one story."""

    id: str
    """`[a-z0-9-]{1,60}`, unique among the themes."""
    name: str
    """The most telling names in it, or words where no name tells it, parted by commas; never words of nobody."""
    briefs: tuple[str, ...]
    """`Brief.id`s, newest first; two or more, repeated texts left out."""
    entities: tuple[str, ...]
    """`Entity.id`s that two of its briefs name or more, the most telling first; quoted media left out."""
    events: tuple[str, ...]
    """`Event.id`s with a day that its briefs tell of, by day."""
    lead: Evidence
    """The sentence that tells best what it is about, of one of the newest briefs."""
    summary: tuple[Evidence, ...]
    """Sentences of several briefs that say different things, by day of publication."""
    strands: tuple[Strand, ...] = ()
    """The largest first; none where it is one story."""
    begins: str | None = None
    """EDTF of the first day of publication; None where no brief states a day."""
    ends: str | None = None
    """EDTF of the last day of publication."""


@dataclass(frozen=True, slots=True)
class Library:
    """The whole collection, linked. The order of seeds changes nothing in it."""

    briefs: tuple[Brief, ...]
    """By `Brief.id`."""
    entities: tuple[Entity, ...]
    """By `Entity.id`."""
    events: tuple[Event, ...]
    """By date (open ones last), then by `Event.id`."""
    problems: tuple[Problem, ...] = ()
    """Of the whole collection: files skipped and all that the analyses carry."""
    doubts: tuple[Doubt, ...] = ()
    """What a person should look at, the widest first; what was decided is no more in it."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """Pages of other sites about a name that is spelled the same, in the order of the entities and the sites."""
    themes: tuple[Theme, ...] = ()
    """Those of most briefs first, of equals the newest."""
    news: News | None = None
    """What is new since the last published build; None: what was published before is not known."""
    agreements: tuple[Agreement, ...] = ()
    """Those of most briefs first, then by id."""
    lineages: tuple[Lineage, ...] = ()
    """By kind in the order of `LineageKind`, then by id."""
    oppositions: tuple[Opposition, ...] = ()
    """Those that most briefs tell of first, then by `Opposition.id`."""
    revisions: tuple[Revision, ...] = ()
    """By `Revision.id`."""
    written: tuple[Written, ...] = ()
    """What a machine wrote, by `Brief.id`; empty unless the setting `summarizer` names one."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a page offers."""

    path: str
    """Relative, forward slashes: `timeline/events.ics`."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site, ready for an outlet."""

    path: str
    """Relative, forward slashes, `.md`: `briefs/b.md`."""
    title: str
    """Plain text, one line; the outlet escapes it."""
    description: str
    """Plain text, one line."""
    markdown: str
    """The body, without front matter; every string of a source in it is escaped."""
    kind: str
    """Which template made it: `brief`, `person`, ..."""
    searchable: bool = True
    problem: Problem | None = None
    """Set when the template failed: `markdown` then shows the fault instead."""
    files: tuple[Attachment, ...] = ()
    """What it offers beside it."""
    head: str = ""
    """HTML for its head that tells programs what it is about; every string of a source in it is escaped."""

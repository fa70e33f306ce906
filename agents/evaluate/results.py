"""What was measured on a set of articles, as records: every share with its interval."""

from datetime import date

from pydantic import Field

from streams.records import Record


class Share(Record):
    """A share, rounded to four digits, with the 95 % interval of a bootstrap over articles; None where there was nothing to share."""

    value: float | None = None
    low: float | None = None
    high: float | None = None


class Found(Record):
    """Things of one kind. tp: right; fp: invented; fn: missed. p, r, f1: precision, recall and their harmonic mean."""

    name: str
    tp: int
    fp: int
    fn: int
    p: Share
    r: Share
    f1: Share


class Slot(Found):
    """A slot of the reports, and why it fails.

    Of what gold says: unread (its report was missed), wrong (read otherwise), silent (left out). Of what was read: surplus (its report is
    none), unsaid (gold says nothing there); what is wrong is counted on both sides. accuracy: on the reports that were found, where to
    leave empty what gold leaves empty is right too; None where it was not counted.
    """

    unread: int
    wrong: int
    silent: int
    surplus: int
    unsaid: int
    accuracy: float | None = None


class Group(Record):
    """A part of the set: articles of one outlet or year, reports of one type or country; ``others (n)`` are n groups with few reports.

    articles: that have part in it. reports: those of gold that must be found. figure, killed_error: None for types and countries, figures
    and killed being counted by article.
    """

    name: str
    articles: int
    reports: int
    incident: Found
    template: Found
    figure: Found | None = None
    killed_error: Share | None = None


class Rule(Record):
    """A rule of reading, by the reports that name it. found: those that gold has. slots: of these, how many are right of how many said."""

    name: str
    reports: int
    found: int
    slots: dict[str, tuple[int, int]]


class Killed(Record):
    """People killed. error: sum of the differences of all articles over gold's sum. exact: share of the articles with killed that agree."""

    gold: int
    read: int
    articles: int
    error: Share
    exact: Share


class Linked(Record):
    """B³ of the incidents. n: reports that were found and linked, of so many in gold."""

    n: int
    gold: int
    p: Share
    r: Share
    f1: Share


class Measured(Record):
    """The scores of one set of articles.

    name: of the set. part: all, open or held-back. outlets: articles by outlet. draws: of the bootstrap, with this seed. slots: of the
    template, by field. measures: the figures by measure, and ``number`` (right whoever's people) and ``party`` (right however many).
    event_type: share of the reports found whose top type is right. groups: by type, country, outlet, year. rules: what each was worth.
    missed, extra: reports by why.
    """

    name: str
    part: str = "all"
    on: date
    articles: int
    first: date
    last: date
    outlets: dict[str, int]
    draws: int
    seed: int
    incident: Found
    template: Found
    figure: Found
    event_type: float
    toll_leak: Share
    killed: Killed
    linking: Linked | None = None
    linking_in_clusters: Linked | None = None
    slots: tuple[Slot, ...] = ()
    measures: tuple[Found, ...] = ()
    groups: dict[str, tuple[Group, ...]] = Field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    missed: dict[str, int] = Field(default_factory=dict)
    extra: dict[str, int] = Field(default_factory=dict)

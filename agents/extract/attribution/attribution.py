"""Who says so, and how sure the article is of it."""

import re
from typing import TYPE_CHECKING, NamedTuple

from agents.extract.acts import rejection
from agents.extract.acts.layers import NEARBY, Clause, Layers
from agents.extract.attribution import headings, sayings, sources
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import first_from, inside

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention


class Attribution(NamedTuple):
    """source: the words that name it ("" = the outlet itself). hedge: one of the hedges of records. rule: what decided.

    spoken: whether a verb of speech of the clause says so.
    """

    source: str
    hedge: str
    rule: str
    spoken: bool = False


STATED = Attribution("", "stated", "attribution.none")
_OTHERS = re.compile(  # «…، لكن الجيش نفى ذلك», «وهو ما نفى الجيش»: before the denial of one side, behind what another says
    r"\s(?:و?لكنه?|الا\sان|غير\sان|بيد\sان|فيما|بينما|في\sحين|حيث|وهو|وهي|الامر\sالذي|و?لاحقا|وبعد\sذلك)(?:\s[^\s،.:]+){0,4}\s$"
)
_OTHERS_REACH = 60  # characters before a denial
_WHICH = re.compile(r"\s(?:الذي|التي|الذين|اللذان|اللذين)\s$")  # «الغارة التي قال الحزب إنها …»: that alone is said by it
_FOLLOWS = ("،", ",", '"', "»", ")", " كما", " حسبما", " ما", " مثلما")  # «قتل خمسة"، قال المصدر»
_RANK = {"denied": 4, "unverified": 3, "claimed": 2, "likely": 1, "attributed": 0}
_WAYS = {"denied": "denied", "unverified": "hedge", "claimed": "claimed", "likely": "hedge"}
_SPEAKS = ("speech", "says", "relay")
_ATTRIBUTED = tuple(f"attributed/{part}" for part in _SPEAKS)
_CARRIED = 700  # characters before a clause in which its sentence says who speaks


def of(layers: Layers, clause: Clause, stop: int, counted: int, told: int) -> Attribution:
    """The attribution of a clause of a sentence that ends at ``stop``: the strongest hedge, the nearest source.

    Linear in the sentence. Cues after the clause count only where they are prepositions («…، بحسب المرصد»). counted: where the
    first people counted end; who denies it behind them («…، لكن الجيش نفى ذلك») takes nothing back: one side says it still, and who
    goes on to something else behind them says nothing of them («…، ولاحقا أعلن الجيش»). told: where what is told of ends, people counted
    or else an act: of several who speak before it, it is the last one's.
    """
    hedge, way, spoken = "", "", False
    said = sources.UNNAMED
    for cue in inside(layers.hits.get(sayings.KIND, ()), clause.start, min(stop, clause.stop + NEARBY)):
        value, part = cue.value.split("/")
        if (cue.start >= clause.stop and part != "according") or (part in _SPEAKS and sources.is_noun(layers, cue)):
            continue
        behind = cue.start > counted and _of_others(layers.text, cue, counted)
        if behind and value == "denied":
            hedge, spoken = hedge or "claimed", True
            continue
        if behind and part in _SPEAKS and not said.name:
            continue
        if part in _SPEAKS and not said.name and (_adds(layers, cue, stop, told) or (cue.start > counted and _apart(layers.text, cue))):
            continue
        if value == "denied" and rejection.denies_part(layers.text, cue.stop, clause.stop):
            value = "attributed"
        if not hedge or _RANK[value] > _RANK[hedge]:
            hedge, way, spoken = value, _WAYS.get(value, ""), part == "speech"
        if part != "hedge" and (not said.name or (part in _SPEAKS and cue.start < told and _turns(layers, clause, cue))):
            said = sources.source(layers, cue, stop)
    if not said.name and clause.start < layers.title_stop:
        said = headings.speaker(layers, clause.start) or said
    if not said.name and hedge in ("", "likely", "unverified"):
        said = carried(layers, clause, stop) or said
    if said.name and not hedge:
        hedge = "attributed"
    if not hedge:
        return STATED
    return Attribution(said.name, hedge, f"attribution.{way or said.way}", spoken)


def carried(layers: Layers, clause: Clause, stop: int) -> sources.Source | None:
    """«أفاد المرصد بأن القصف أوقع تسعة، فيما قتل ثلاثة في …»: who speaks in the clauses of the sentence before this one."""
    start = layers.sentences[clause.sentence][0]
    cues = layers.hits.get(sayings.KIND, ())
    at = first_from(cues, clause.start)
    for cue in reversed(cues[max(at - sources.BACK, 0) : at]):
        if cue.start < max(start, clause.start - _CARRIED):
            return None
        if not (
            cue.value.endswith("hedge") or sources.is_noun(layers, cue) or _WHICH.search(layers.text, max(cue.start - 8, 0), cue.start)
        ):
            found = sources.source(layers, cue, stop)
            return sources.Source(found.name, "sentence") if found.name else None
    return None


def _adds(layers: Layers, cue: Hit, stop: int, told: int) -> bool:
    """Whether a verb of speech names nobody and only adds something: behind what is told, «أدان الهجوم …، مؤكدا أن», or «التي تكشف عن»."""
    which = _WHICH.search(layers.text, max(cue.start - 8, 0), cue.start) is not None
    if not which and not (cue.start >= told and sources.goes_on(layers.text, cue)):
        return False
    return sources.source(layers, cue, stop).way in (("goes-on", "unnamed") if which else ("unnamed",))


def _apart(text: str, cue: Hit) -> bool:
    """Whether a verb of speech behind people counted says something of its own: it follows neither a comma nor a quote, nor «كما»."""
    return not text[max(cue.start - 12, 0) : cue.start].rstrip(" ").endswith(_FOLLOWS)


def _turns(layers: Layers, clause: Clause, cue: Hit) -> bool:
    """Whether a verb of speech turns to another speaker, whom it names: «…، وأشارت المصادر إلى», «…، حيث قال المرصد إن»."""
    return _of_others(layers.text, cue, clause.start) and sources.source(layers, cue, clause.stop).way in _NAMED


_NAMED = ("verb-before", "verb-after", "points-back")


def _of_others(text: str, cue: Hit, counted: int) -> bool:
    """Whether a denial behind people counted is what another side says of them."""
    return cue.proclitic == "و" or _OTHERS.search(text, max(counted, cue.start - _OTHERS_REACH), cue.start) is not None


def told_apart(layers: Layers, clause: Clause, stop: int, figures: "list[FigureMention]") -> "list[FigureMention]":
    """The figures of a clause, each with who is quoted for it where that is another than for the first.

    «أفاد ناشطون بمقتل 36، بينما قال المرصد إن 28 قتلوا»: the observatory's are 28.
    """
    first = min(one.stop for one in figures)
    last = max(one.start for one in figures)
    cues = [cue for cue in inside(layers.hits.get(sayings.KIND, ()), first, min(last, clause.stop)) if cue.value in _ATTRIBUTED]
    turns = [(cue.start, sources.source(layers, cue, stop).name) for cue in cues if _of_others(layers.text, cue, first)]
    if not turns:
        return figures
    return [_said_by(one, turns) for one in figures]


def _said_by(one: "FigureMention", turns: list[tuple[int, str]]) -> "FigureMention":
    """A figure with the source of the last turn to another speaker before it."""
    source = next((name for start, name in reversed(turns) if start < one.start), "")
    return one._replace(source=source) if source else one

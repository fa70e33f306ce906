"""Who says so, and how sure the article is of it."""

import re
from dataclasses import dataclass
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

    spoken: whether a verb of speech of the clause says so. counts: the hedge of its figures: «مسلحون يشتبه بأنهم من كذا قتلوا 18» is
    not sure of who did it, and sure of the number.
    """

    source: str
    hedge: str
    rule: str
    spoken: bool = False
    counts: str = "stated"


STATED = Attribution("", "stated", "attribution.none")
_OTHERS = re.compile(  # «…، لكن الجيش نفى ذلك», «وهو ما نفى الجيش»: before the denial of one side, behind what another says
    r"\s(?:و?لكنه?|الا\sان|غير\sان|بيد\sان|فيما|بينما|في\sحين|حيث|وهو|وهي|الامر\sالذي|و?لاحقا|وبعد\sذلك)(?:\s[^\s،.:]+){0,4}\s$"
)
_OTHERS_REACH = 60  # characters before a denial
_OF_WHOM = re.compile(  # «يشتبه بأنهم من كذا», «يعتقد أنها روسية»
    r"\s(?:في\s)?(?:ب?ان(?:ه|ها|هم|هما)|[بل]?(?:انتما|تورط|ضلوع|صل[اهت]|تبعي)\w*)(?!\w)"
)
_WHICH = re.compile(r"\s(?:الذي|التي|الذين|اللذان|اللذين)\s$")  # «الغارة التي قال الحزب إنها …»: that alone is said by it
_FOLLOWS = ("،", ",", '"', "»", ")", " كما", " حسبما", " ما", " مثلما")  # «قتل خمسة"، قال المصدر»
_RANK = {"denied": 4, "unverified": 3, "claimed": 2, "likely": 1, "attributed": 0}
_WAYS = {"denied": "denied", "unverified": "hedge", "claimed": "claimed", "likely": "hedge"}
_SPEAKS = ("speech", "says", "relay")
_ATTRIBUTED = tuple(f"attributed/{part}" for part in _SPEAKS)
_NAMED = ("verb-before", "verb-after", "points-back")
_PASSED = 40  # characters between a verb of speech and «وفقا» of who passes it on
_PASSED_ON, _NOT_HAD = "نقلا", "لم يتسن"
_CHECK = re.compile(r"التحقق|التاكد|تاكيد|التثبت|التيقن")
_SOON = 30  # characters at the begin of a sentence in which it takes back how sure the one before is
_CARRIED = 700  # characters before a clause in which its sentence says who speaks


def of(layers: Layers, clause: Clause, stop: int, counted: int, told: int) -> Attribution:
    """The attribution of a clause of a sentence that ends at ``stop``: the strongest hedge, the nearest source.

    Linear in the sentence. Cues after the clause count only where they are prepositions («…، بحسب المرصد»). counted: where the
    first people counted end; who denies it behind them («…، لكن الجيش نفى ذلك») takes nothing back: one side says it still, and who
    goes on to something else behind them says nothing of them («…، ولاحقا أعلن الجيش»). told: where what is told of ends, people counted
    or else an act: of several who speak before it, it is the last one's.
    """
    heard = _Heard(layers, clause, stop, counted, told)
    for cue in sayings.of(layers, clause.start, min(stop, clause.stop + NEARBY)):
        heard.hear(cue)
    said, hedge, counts = heard.said, heard.hedge, heard.counts
    if not said.name and clause.start < layers.title_stop:
        said = headings.speaker(layers, clause.start) or said
    if not said.name and hedge in ("", "likely", "unverified"):
        said = carried(layers, clause, stop) or said
    if counted < clause.stop and _unchecked(layers, stop):
        counts = "unverified"
    if said.name:
        hedge, counts = hedge or "attributed", counts or "attributed"
    if not hedge and not counts:
        return STATED
    way = heard.way or (said.way if hedge else _WAYS[counts])
    return Attribution(said.name, hedge or "stated", f"attribution.{way}", heard.spoken, counts or "stated")


@dataclass(slots=True)
class _Heard:
    """What the cues of a clause say so far. last: where the last verb of speech ends."""

    layers: Layers
    clause: Clause
    stop: int
    counted: int
    told: int
    said: sources.Source = sources.UNNAMED
    hedge: str = ""
    way: str = ""
    counts: str = ""
    spoken: bool = False
    last: int = 0

    def hear(self, cue: Hit) -> None:
        """Takes a cue in, where it is one of what the clause tells."""
        value, part = cue.value.split("/")
        behind = cue.start > self.counted and _of_others(self.layers.text, cue, self.counted)
        if self._is_mute(cue, value, part):
            return
        if behind and value == "denied":
            self.hedge, self.counts, self.spoken = self.hedge or "claimed", self.counts or "claimed", True
            return
        if part in _SPEAKS and not self.said.name and (behind or self._says_else(cue)):
            return
        if value == "denied" and rejection.denies_part(self.layers.text, cue.stop, self.clause.stop):
            value = "attributed"
        self._weigh(cue, value, part)
        if part == "according" and self.said.name and value == "attributed" and _told_by(cue, self.last, self.told):
            self.said, self.counts = sources.source(self.layers, cue, self.stop), "attributed"
        elif part != "hedge" and (not self.said.name or self._turns(cue, part)):
            self.said = sources.source(self.layers, cue, self.stop)
        if part in _SPEAKS:
            self.last = cue.stop

    def _is_mute(self, cue: Hit, value: str, part: str) -> bool:
        """Whether it stands behind the clause and is no preposition, or is a noun, or one that names a plan («وفق خطة»)."""
        if part == "according":
            return sources.by_norm(self.layers, cue, self.stop)
        if value == "unverified" and _unasked(self.layers.text, cue):
            return True
        return cue.start >= self.clause.stop or (part in _SPEAKS and sources.is_noun(self.layers, cue))

    def _says_else(self, cue: Hit) -> bool:
        return _adds(self.layers, cue, self.stop, self.told) or (cue.start > self.counted and _apart(self.layers.text, cue))

    def _weigh(self, cue: Hit, value: str, part: str) -> None:
        """The strongest hedge stays."""
        if not self.hedge or _RANK[value] > _RANK[self.hedge]:
            self.hedge, self.way, self.spoken = value, _WAYS.get(value, ""), part == "speech"
        of_whom = value == "likely" and _of_whom(self.layers.text, cue)
        if not of_whom and (not self.counts or _RANK[value] > _RANK[self.counts]):
            self.counts = value

    def _turns(self, cue: Hit, part: str) -> bool:
        """Whether a verb of speech turns to another speaker, whom it names: «…، وأشارت المصادر إلى», «…، حيث قال المرصد إن»."""
        if self.layers.text.startswith(_PASSED_ON, cue.entry_start):  # «أفاد مراسلنا نقلا عن مصدر بأن»
            return True
        if part not in _SPEAKS or cue.start >= self.told or not _of_others(self.layers.text, cue, self.clause.start):
            return False
        return sources.source(self.layers, cue, self.clause.stop).way in _NAMED


def carried(layers: Layers, clause: Clause, stop: int) -> sources.Source | None:
    """«أفاد المرصد بأن القصف أوقع تسعة، فيما قتل ثلاثة في …»: who speaks in the clauses of the sentence before this one."""
    start = layers.sentences[clause.sentence][0]
    cues = layers.hits.get(sayings.KIND, ())
    at = first_from(cues, clause.start)
    before = cues[max(at - sources.BACK, 0) : at]
    for number, cue in reversed(list(enumerate(before))):
        if cue.start < max(start, clause.start - _CARRIED):
            return None
        if cue.value.endswith("according") and number and cue.start - before[number - 1].stop < _PASSED:
            continue  # «قال مصدر، وفقا لوكالة كذا، إن»
        if not (
            cue.value.endswith("hedge") or sources.is_noun(layers, cue) or _WHICH.search(layers.text, max(cue.start - 8, 0), cue.start)
        ):
            found = sources.source(layers, cue, stop)
            return sources.Source(found.name, "sentence") if found.name else None
    return None


def _of_whom(text: str, cue: Hit) -> bool:
    """Whether it is not sure whose people some are, or what something was: the pronoun is right behind the verb or part of it."""
    found = _OF_WHOM.search(text, cue.entry_start, cue.stop + _SOON)
    return found is not None and found.start() <= cue.stop


def _unchecked(layers: Layers, stop: int) -> bool:
    """«ولم يتسن التحقق من العدد»: whether the next sentence, behind ``stop``, begins by taking back how sure this one is."""
    cues = sayings.of(layers, stop, stop + _SOON)
    return any(cue.value.startswith("unverified") and not _unasked(layers.text, cue) for cue in cues)


def _unasked(text: str, cue: Hit) -> bool:
    """«لم يتسن الاتصال بالمتحدث»: whether it was something else that could not be had than a check."""
    return text.startswith(_NOT_HAD, cue.entry_start) and _CHECK.search(text, cue.start, cue.start + 2 * _SOON) is None


def _told_by(cue: Hit, last: int, told: int) -> bool:
    """«نفت الوزارة أن …، مما أسفر، بحسب الحزب، عن مقتل»: whether «بحسب» stands before what is told, apart from who speaks before it."""
    return last + _PASSED < cue.start < told


def _adds(layers: Layers, cue: Hit, stop: int, told: int) -> bool:
    """Whether a verb of speech names nobody and only adds something: behind what is told, «أدان الهجوم …، مؤكدا أن», or «التي تكشف عن»."""
    which = _WHICH.search(layers.text, max(cue.start - 8, 0), cue.start) is not None
    if not which and not (cue.start >= told and sources.goes_on(layers.text, cue)):
        return False
    return sources.source(layers, cue, stop).way in (("goes-on", "unnamed") if which else ("unnamed",))


def _apart(text: str, cue: Hit) -> bool:
    """Whether a verb of speech behind people counted says something of its own: it follows neither a comma nor a quote, nor «كما»."""
    return not text[max(cue.start - 12, 0) : cue.start].rstrip(" ").endswith(_FOLLOWS)


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
    others = [cue for cue in cues if _of_others(layers.text, cue, first) and not sources.is_noun(layers, cue)]
    said = [(cue.start, sources.source(layers, cue, stop)) for cue in others]
    turns = [(start, found.name) for start, found in said if found.way in _NAMED]
    if not turns:
        return figures
    return [_said_by(one, turns) for one in figures]


def _said_by(one: "FigureMention", turns: list[tuple[int, str]]) -> "FigureMention":
    """A figure with the source of the last turn to another speaker before it."""
    source = next((name for start, name in reversed(turns) if start < one.start), "")
    return one._replace(source=source) if source else one

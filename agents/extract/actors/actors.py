"""Actors in a text: who is named, under which id, and whom a general word («the organisation», «the army») means here."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from agents.extract.actors.attackers import attackers
from agents.extract.actors.forces import Force, forces, with_owners
from agents.extract.actors.register import IRREGULAR, armed_of, class_of, is_army_in, is_called, is_former, reported_as
from agents.extract.actors.sides import NO_SIDE, allied
from agents.extract.actors.speakers import THAT, army_acts, speaker
from agents.extract.places.country import condemns
from agents.extract.places.facts import OCCUPIED
from agents.extract.words.alike import are_students
from agents.extract.words.lexicon import Hit
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.places.mention import PlaceMention


class ActorMention(NamedTuple):
    """An actor named in the text (folded offsets). cls: its ACLED interaction class; country: of a state's forces, else "".

    rule: actor.name; actor.nation, actor.place (forces with their nation or place); actor.country (a country that acts); actor.context
    (a general word, by country); actor.last (by who was named); actor.attacker, actor.doer
    (people who are told of as doers); actor.owned (a ministry or force of another). stance: of the wording: neutral, partisan or self.
    """

    start: int
    stop: int
    actor: str
    cls: str
    country: str
    rule: str
    stance: str = "neutral"


@dataclass(slots=True)
class _Found:
    """A reading of some words before it is decided whom they mean. actor: an id, or the options of a general word."""

    start: int
    stop: int
    actor: str
    rule: str
    stance: str


_BARE = re.compile(r"[وفب]?القوات|[وف]?للقوات")  # of whoever was named as forces
_POLICE = re.compile("شرط|الامن|امني|درك|حكوم|نظامي")  # forces of the country the article is about
_AGENCIES = re.compile("اجهزه الامن|الاجهزه الامنيه|مخابرات|داخليه|(?:رجال|عناصر|افراد) الامن")  # which an occupied land has of its own
_OWN = "".join(f"{land}:gov:{land}," for land in OCCUPIED)
DOER = "actor.doer"  # the rule of people who can only be who did what is told there
_BY_COUNTRY = "actor.by-country"
NEAR, CONDEMNER = 300, 30  # characters back to the state that «the army» still means; from a word of condemning to who condemns
_ARMY = "=جيش"  # of a context reading: the one that calls itself the army, where an article names it
NOBODY = "none"  # «الدفاع المدني», «مجلس الأمن»: words that only look like an actor
_QUALIFIED = re.compile(r"\s+ال[\u0621-\u064a]{3,}يه(?![\u0621-\u064a])")  # «الحركة الاحتجاجية» is no organisation named before
BASE_NAMED = "al-qaeda"  # the organisation whose name is the word for a base
_BASE = re.compile(r"[وفبل]?(?:ال|لل)قاعده")
_OF_BASE = re.compile(
    r"\s+(?:ال(?!ارهابيه|متطرفه|متشدده)(?:[\u0621-\u064a]{2,}يه|مستهدفه|واقعه|قريبه|مذكوره|تي|ام|كبري|ضخمه|مشتركه|محاصره)|ذاتها|نفسها)(?![\u0621-\u064a])"
)
_TITLED = 20  # characters of such words before a name
_TITLE = re.compile(rf"(?<![\u0621-\u064a])(?P<of>[وفبل]?(?:{any_of('forces', 'title')})) [\"«]?\Z")
_EACH = " كل من "  # «نفذت كل من واشنطن ولندن», «شن كل من الجيش والفصائل»: each of those who act
_SO_CALLED_BY = ("يسمي ", "يعرف ", "سمي ", "يسمي ب", "يعرف ب", 'يسمي "', 'يعرف "', 'يعرف ب"', "يسمي «", "يعرف ب«")
_SO_CALLED = re.compile(  # «ما يعرف بتنظيم كذا», «أفراد مما يسمى كذا»
    r"(?<![\u0621-\u064a])(?P<of>(?:[وفبلع]{0,2}|[وف]?م)ما (?:[يت]?سمي|[يت]عرف) ?ب?[\"«]?)\Z"
)
_SOME_BASE = re.compile(r"(?<![\u0621-\u064a])[وفبل]?قاعده\s")


def find_actors(
    hits: Mapping[str, Sequence[Hit]],
    country: str,
    acting: Sequence[tuple[int, int, str]] = (),
    *,
    text: str = "",
    places: Sequence["PlaceMention"] = (),
) -> list[ActorMention]:
    """The actors of a folded text, in order.

    hits: of a matcher with these entries and the gazetteer's. country: what most of the text speaks of, "" where unknown. acting: spans
    of countries that stand as actors. places: those of the text; without text and places a nation must follow its force at once.
    """
    names = [_named_here(one, country) for one in _names(hits.get("actor", ()))]
    named, starts = [*names], [one.start for one in names]
    called = {one.stop: one for one in named if one.rule == "actor.name" or one.actor.startswith(_ARMY)}  # «طيران الجيش الوطني الليبي»
    for force in forces(text or " " * 100_000, hits.get("force", ()), hits.get("country-adj", ()), places):
        behind = bisect_left(starts, force.stop)
        within = names[bisect_right(starts, force.start) : behind]
        longer = next((one for one in within if one.stop > force.stop and one.rule == "actor.name"), None)
        longer = longer or _whose_men(force, names[behind : behind + 1], text)
        if longer is not None:  # «وحدات من الجيش السوري الحر» are not of the army
            named.append(_Found(force.start, longer.stop, longer.actor, longer.rule, longer.stance))
            continue
        whose = called.get(force.stop)  # of the one so called
        rule = whose.rule if whose and whose.actor.startswith(_ARMY) else force.rule
        named.append(_Found(force.start, force.stop, whose.actor if whose else _state(force, text), rule, "neutral"))
    named += [_Found(start, stop, actor, "actor.country", "neutral") for start, stop, actor in acting]
    named += [
        _Found(one.start, one.stop, armed_of(one.nation), DOER if one.does else "actor.attacker", "neutral") for one in attackers(text)
    ]
    ends = _LATTER.finditer(text) if "الاخير" in text else ()
    latter = (one.span() for one in ends if _OF_LATTER.search(text, max(one.start() - 5, 0), one.start()))
    named += [_Found(*span, "=latter", "actor.context", "neutral") for span in latter]
    named = [one for one in named if not (one.rule == "actor.context" and one.actor.startswith("=") and _QUALIFIED.match(text, one.stop))]
    named = [one for one in _without_bases(named, text) if not are_students(text, one.start, one.stop)]
    named = [_with_title(one, text) for one in named]
    named.sort(key=lambda one: (one.start, -one.stop, one.rule != "actor.name", one.rule != DOER))  # «برصاص قناص فلسطيني»
    found: list[ActorMention] = []
    covered = 0
    foreign = _condemners(named, [one.start for one in hits.get("condemn", ())]) - {f"gov:{country}"}
    memory = _Memory(named, country, foreign, found=found, text=text, said=hits.get("attribution", ()))
    for index, one in enumerate(named):
        if index:
            memory.enter(named[index - 1])
        if one.start < max(covered, found[-1].stop if found else 0):
            continue
        actor, rule = _meant(one, index, country, memory)
        if actor == NOBODY or text.endswith(NO_SIDE, 0, one.start):
            covered = one.stop
        elif actor:
            reported = reported_as(actor)
            cls = class_of(reported)
            found.append(ActorMention(one.start, one.stop, reported, cls, reported[4:] if cls == "state" else "", rule, one.stance))
    return with_owners(text, found)


def _whose_men(force: Force, behind: Sequence[_Found], text: str) -> _Found | None:
    """«رجال أمن الجماعة»: the irregular force named right behind men whose word has no article; not «هاجمت قوات الأمن الجماعة»."""
    if not behind or force.nation or behind[0].start != force.stop + 1 or behind[0].rule != "actor.name":
        return None
    last = text.rfind(" ", force.start, force.stop) + 1 or force.start
    return behind[0] if not text.startswith(("ال", "لل"), last) and class_of(behind[0].actor) in IRREGULAR else None


def _named_here(one: _Found, country: str) -> _Found:
    """A name that is of one in some countries, of another elsewhere, is from here on that one's name."""
    if one.rule != _BY_COUNTRY:
        return one
    for option in one.actor.split(","):
        where, _, actor = option.partition(":")
        if where in (country, "*"):
            return _Found(one.start, one.stop, actor, "actor.name", one.stance)
    return _Found(one.start, one.stop, "", "actor.context", one.stance)


def _with_title(one: _Found, text: str) -> _Found:
    """The reading with what stands before a name and says no more: «تنظيم كذا», «ما يسمى كذا»; a force of no state alone has such words."""
    start = one.start
    if one.rule == "actor.name" and class_of(one.actor) in IRREGULAR and (title := _TITLE.search(text, max(start - _TITLED, 0), start)):
        start = title.start("of")
    if text.endswith(_SO_CALLED_BY, 0, start) and (called := _SO_CALLED.search(text, max(start - _TITLED, 0), start)):
        some = "مما" in called.group("of")  # «جنود مما يسمى حرس كذا» are soldiers
        start = start if some and class_of(one.actor) not in IRREGULAR else called.start("of")
    start -= (len(_EACH) - 1) * text.endswith(_EACH, 0, start)
    return one if start == one.start else _Found(start, one.stop, one.actor, one.rule, one.stance)


def _condemners(named: Sequence[_Found], condemned: Sequence[int]) -> set[str]:
    """The states that condemn something: «تدين الحكومة اليمنية الهجوم على قوات الطوارئ» names none whose forces these are."""
    if not condemned:
        return set()
    found = set()
    for one in named:
        if condemns(condemned, one.start, one.stop, CONDEMNER) and _names_state(one):
            found.add(one.actor)
    return found


def _without_bases(named: list[_Found], text: str) -> list[_Found]:
    """The readings without those of «القاعدة العسكرية», or of «القاعدة» where the text tells of a base and nowhere of the organisation."""
    if not any(one.actor == BASE_NAMED for one in named):
        return named
    base = "تنظيم القاعده" not in text and "فرع القاعده" not in text and _SOME_BASE.search(text)
    return [
        one
        for one in named
        if one.actor != BASE_NAMED or not _BASE.fullmatch(text, one.start, one.stop) or not (base or _OF_BASE.match(text, one.stop))
    ]


def _names(hits: Sequence[Hit]) -> Iterator[_Found]:
    for hit in hits:
        actor, rule, stance = _named(hit.value)
        yield _Found(hit.start, hit.stop, actor, rule, stance)


@lru_cache(maxsize=8192)  # the values of one lexicon
def _named(value: str) -> tuple[str, str, str]:
    """Actor, rule and stance of a surface."""
    kind, stance, actor = value.split("/", 2)
    return actor, f"actor.{kind}", stance


def _state(force: Force, text: str) -> str:
    """The nation's forces; where none is named, police are those of the country, an army may be that of the state named before."""
    if force.nation:
        return armed_of(force.nation) if force.weapon else f"gov:{force.nation}"
    if _BARE.fullmatch(text, force.start, force.stop):
        said = text.endswith(THAT, 0, force.start) and not text.startswith(" التي", force.stop)  # «قال التحالف إن القوات قصفت»
        return f"{'=said,' * said}=قوات,=state,=army,*:gov:*"
    own = _OWN if _AGENCIES.search(text, force.start, force.stop) else ""
    return f"{own}*:gov:*" if _POLICE.search(text, force.start, force.stop) else f"=state,=army,{own}*:gov:*"


class _Memory:
    """Who is named where among all readings of a text, so that a general word finds whom it means without going through them all."""

    def __init__(
        self, named: Sequence[_Found], country: str, foreign: Set[str], *, found: Sequence[ActorMention], text: str, said: Sequence[Hit]
    ) -> None:
        self._named, self._country = named, country
        self._found, self._text, self._said = found, text, said  # who is known so far, and the words of speech
        self._foreign = foreign  # states that only speak of what befell others
        self._state: str | None = None  # the last state named so far
        self._stops: dict[str, int] = {}  # of each actor so far, where its last mention ends
        self._latest: _Found | None = None  # the last one named so far
        self._called: dict[str, list[int]] = {}  # where those stand that a general word may mean

    def enter(self, one: _Found) -> None:
        """Takes in a reading; the next one is then asked for."""
        self._stops[one.actor] = max(one.stop, self._stops.get(one.actor, 0))
        if one.actor not in self._foreign and _names_state(one):
            self._state = one.actor
        elif one.actor.startswith(_ARMY):
            self._state = None  # «الجيش», behind «الجيش الليبي», is that one
        if one.rule == "actor.name":
            self._latest = one

    def named(self, wanted: str, index: int, at: int) -> str | None:
        """Whom a general word at an offset means, by what it asks for: a state, the latter of those named, the last of a kind."""
        if wanted == "state":
            state = self.state(at)  # «الجيش», behind its ally's («الجيش الروسي»), is that of the country
            own = allied(self._country, state, f"gov:{self._country}") and army_acts(self._text, self._said, at, self._named[index].stop)
            return None if own else state
        if wanted == "army":  # «الجيش» in Libya, where the article names one that calls itself so
            army = self.last(index, "جيش")
            return army if army is not None and is_army_in(army, self._country) else None
        if wanted in ("speaker", "said"):
            return speaker(self._text, self._said, self._found, at, soon=wanted == "said")
        if wanted == "latter":
            return self._latest.actor if self._latest is not None and at - self._latest.stop <= NEAR else None
        return self.last(index, wanted)

    def state(self, at: int) -> str | None:
        """The last state named, if it is near."""
        return self._state if self._state is not None and at - self._stops[self._state] <= NEAR else None

    def last(self, index: int, wanted: str) -> str | None:
        """The last of the wanted named before a reading, else the first behind it."""
        if wanted not in self._called:
            self._called[wanted] = [at for at, other in enumerate(self._named) if _is(other, wanted)]
        found = self._called[wanted]
        at = bisect_left(found, index)
        at -= at > 1 and is_former(self._text, self._named[index].start, wanted, self._named[found[at - 2]], self._named[found[at - 1]])
        return self._named[found[max(at - 1, 0)]].actor if found else None


_LATTER = re.compile(r"الاخيره?(?=[\s،,.\"»])")  # «مقتل 23 من الأخيرة»; begins with letters, so that it is searched fast
_OF_LATTER = re.compile(r"\s(?:من|علي|ضد|بحق|مع|تجاه|صوب)\s\Z")


def _meant(one: _Found, index: int, country: str, memory: _Memory) -> tuple[str | None, str]:
    """The id that words mean here and the rule that said so; None where they mean nobody known."""
    if one.rule != "actor.context":
        return one.actor, one.rule
    for option in one.actor.split(","):
        if option.startswith("="):
            named = memory.named(option[1:], index, one.start)
            if named is not None:
                return named, "actor.last"
        else:
            where, _, actor = option.partition(":")
            if where in (country, "*"):
                home = OCCUPIED.get(country, country)
                meant = actor.replace("gov:*", f"gov:{home}") if home else actor
                return (None if meant == "gov:*" else meant), "actor.context"
    return None, ""


def _names_state(other: _Found) -> bool:
    return other.rule in ("actor.nation", "actor.place") or (other.rule == "actor.name" and other.actor.startswith("gov:"))


def _is(other: _Found, wanted: str) -> bool:
    """Whether a named actor is one of the wanted: rebel, any (rebels and militias), or so called."""
    if other.rule != "actor.name":
        return False
    if wanted in ("rebel", "any"):
        meant = class_of(other.actor) in (IRREGULAR if wanted == "any" else {"rebel"})
        return meant and not is_called(other.actor, "جيش")  # who calls itself an army is not meant by «the rebels»
    return is_called(other.actor, wanted)

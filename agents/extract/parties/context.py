"""Context: what is known of an article when its figures are given a side: who and which places are named, what its sentences say."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from agents.extract.actors.register import IRREGULAR, is_army_in, is_called
from agents.extract.actors.sides import enemies
from agents.extract.counted.ofthem import OF_THEM
from agents.extract.places.facts import OCCUPIED
from agents.extract.places.nearness import COUNTRY
from agents.extract.words.letters import among
from agents.extract.words.lexicon import Hit
from agents.extract.words.often import often
from agents.extract.words.spans import first_from

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention
    from agents.extract.people.people import People
    from agents.extract.places.mention import PlaceMention

_OFFICE = re.compile(  # of a country, whose holder speaks
    r"(?:مفتي|سفير|سفاره|قنصل\w*|رئيس\w*|ملك|وزير\w*|مندوب\w*|ممثل\w*|مبعوث\w*|خارجيه|برلمان|امير|سلطان|بطريرك|نائب)$"
)
_MOURNS = re.compile(
    r"(?<![^\s\"«(])[وف]?(?:[يت]?دين|ا?دانت?|ادان\w+|استنكرت?|استنكار\w*|[يت]ستنكر|ندد\w*|[يت]ندد|شجب\w*|تنديد\w*|تعازي\w*|مواسا\w*)(?!\S)"
)
_BORDER = "الحدود"
_ITS_BORDER = ("الحدود مع ", " حدود ")  # «قرب حدود مالي»: who fell there mostly fell on the other side
_NAME = 45  # characters from the beginning of an actor's name to a word in it
_AT_THEM = (" عليهم ", " تجاههم ", " صوبهم ", " نحوهم ", " باتجاههم ")
_STRUCK = 140  # characters between a force whose things were struck and its soldiers who fell
_HELD = re.compile(r"\s(?:\S+\s)?(?:ل|(?:ال)?تابع\w*\sل|\S)")
_GOES_ON = re.compile(r"\s(?:في|علي|الي|ضد|قرب|خلال|بعد|قبل|مع|بين|جراء|اثر|نتيجه|برصاص|بنيران|بقصف|بغاره|بهجوم)\s")
_STRIKES = re.compile(
    r"(?<![\u0621-\u064a])[وبل]?(?:ال|لل)?(?:غارات?|غاره|ضربات?|ضربه|قصف|هجوم|هجمات|عدوان|صواريخ)\s(?:ال)?(?:\S+ي[ها]?\s)?$"
)
_UPON = re.compile(
    r"(?<![\u0621-\u064a])[وبل]?(?:ال|لل)?(?:هجوم|هجمات|كمين|قصف|غاره|غارات|تفجير|اعتداء|النار)[اي]?\s(?:[^\s،.:؛]+\s){0,2}?(?:(?:علي|ضد)\s|استهدفت?\s)[\"«]?$"
)
_UPON_POST = re.compile(  # not «استهدفت قوة للجيش ثكنة», where its subject stands right behind the verb
    r"(?:\s(?:علي|ضد)\s|(?<=[\u0621-\u064a»\"]\s)استهدفت?\s|(?<![\u0621-\u064a»\"]\s)استهدفت?\s(?=[^\s،.:؛]+\s[^\s،.:؛]+\s[\"«]?$))"
    r"(?!(?:ال)?(?:غار|قصف|ضرب|طائر|طيران|مسير|صاروخ|صواريخ|مدفع|قذيف|قذائف|نيران|هجوم|هجمات|عملي|عبو|كمين))"
    r"(?:[^\s،.:؛]+\s){1,2}[\"«]?$"
)
_THERE = re.compile(r"[،\s]\s?(?:في|قرب|هناك|داخل|شمال|جنوب|شرق|غرب|ما|مما)(?![\u0621-\u064a])")
_UPON_REACH = 48  # characters before a force in which it is said that it was attacked
_STRIKES_REACH = 24  # characters
_NATIONS = ("actor.nation", "actor.country")  # rules of states that an adjective may name
_UNARMED = ("civilians", "protesters")
_OWN = "/own"  # end of the value of «أطفاله», who are of somebody
_FROM_AFAR = ("غار", "قصف", "ضرب")
_RIGHT_THERE = 2  # characters
_OFTEN = 3  # times
_CLEARLY = 2  # times as often
_MOST = 20  # words of accident that are looked at, so that long texts stay linear


def of_office(before: str) -> bool:
    """«وزير الخارجية الإيراني» without what follows: whether words end with an office of a country, and a blank."""
    words = before.rsplit(None, 1)
    return bool(words) and before[-1].isspace() and _is_office(words[-1])


@lru_cache(maxsize=4096)
def _is_office(word: str) -> bool:
    return _OFFICE.search(word) is not None


class Context:
    """What is known of an article when its figures are given a side. actors, places: by start; country: of most of the article."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[tuple[int, int]],
        hits: Mapping[str, Sequence[Hit]],
        *,
        actors: Sequence["ActorMention"],
        places: Sequence["PlaceMention"],
        country: str,
    ) -> None:
        self.text, self.sentences, self.hits, self.country = text, sentences, hits, country
        self.actors = [one for one in actors if one.actor != "unknown"]
        self._actor_starts = [one.start for one in self.actors]
        self._accidents = [hit.start for hit in hits.get("joint", ()) if hit.value == "accident"][:_MOST]
        self._long = [hit.start for hit in hits.get("joint", ()) if hit.value == "long"]
        self._said: dict[tuple[tuple[str, ...], tuple[int, int]], bool] = {}
        self._country: dict[tuple[int, int], str] = {}
        self._places = places
        self._place_starts = [one.start for one in places]

    def actors_in(self, start: int, stop: int) -> Sequence["ActorMention"]:
        """The actors that begin in [start, stop)."""
        return self.actors[bisect_left(self._actor_starts, start) : bisect_left(self._actor_starts, stop)]

    def actor_before(self, at: int, start: int) -> str | None:
        """The last irregular force named in [start, at), else the last armed actor: whom «منهم», «عناصرها» mean."""
        armed = [one for one in reversed(self.actors_in(start, at)) if one.cls not in ("civilians", "protesters") and not self._struck(one)]
        irregular = next((one.actor for one in armed if one.cls in ("rebel", "militia")), None)
        return irregular or (armed[0].actor if armed else None)

    def _struck(self, one: "ActorMention") -> bool:
        """«الضربات الأميركية»: whether an adjective only says whose strikes these were, and so of none of whose men is told."""
        return one.rule in _NATIONS and _STRIKES.search(self.text, max(one.start - _STRIKES_REACH, 0), one.start) is not None

    def striker(self, start: int, stop: int) -> str:
        """«الضربات الأميركية»: whose strikes a span names by an adjective, first; "" where it names none."""
        return next((one.actor for one in self.actors_in(start, stop) if self._struck(one)), "")

    def forces_at(self, at: int, start: int, stop: int) -> str:
        """Whose soldiers are told of at an offset of a sentence: of the force whose thing was struck before, else of the country there."""
        return self._struck_before(at, start) or self.country_at(start, stop)

    def _struck_before(self, at: int, start: int) -> str:
        """«هجوم على رتل للقوات التركية أصاب جنديين»: the state whose thing is named last in [start, at); "" where none is."""
        actor = next((one for one in reversed(self.actors_in(max(start, at - _STRUCK), at)) if one.cls == "state"), None)
        if actor is None or not actor.country or (actor.rule == "actor.context" and self.mourned(start, at)):
            return ""
        return actor.country if self._things_of(actor) or self._attacked(actor) else ""

    def group_struck(self, at: int, start: int) -> str:
        """«غارة على موقع للجماعة أصابت أربعة من الشرطة»: the irregular force that was struck from afar last in [start, at), else ""."""
        if not among(_FROM_AFAR, self.text, max(start, at - _STRUCK), at):
            return ""
        last = next((one for one in reversed(self.actors_in(max(start, at - _STRUCK), at)) if one.cls not in _UNARMED), None)
        return last.actor if last is not None and last.cls in IRREGULAR and self._things_of(last) else ""

    def _things_of(self, actor: "ActorMention") -> bool:
        """«موقع للجماعة», «رتل للقوات التركية»: whether a thing that can be struck stands right before an actor, as his."""
        hits = self.hits.get("targets", ())
        here = bisect_left(hits, (actor.start + 2,))
        last = hits[here - 1] if here else None
        return last is not None and (last.stop > actor.start or _HELD.fullmatch(self.text, last.stop, actor.start + 1) is not None)

    def _attacked(self, one: "ActorMention") -> bool:
        """«هجوم على قوات أميركية», «النار على مركز حدودي للجيش التركي»: whether right before its name stands that it was attacked."""
        before = self.text[max(one.start - _UPON_REACH, 0) : one.start]
        if before.endswith("استهداف "):
            return _THERE.match(self.text, one.stop) is not None  # not «استهداف الجيش مواقع كذا»
        return (_UPON_POST if self.text[one.start] == "ل" else _UPON).search(before) is not None

    def unarmed_before(self, people: "People", start: int) -> str:
        """«النار على متظاهرين، ما أدى إلى مقتل ثلاثة منهم»: people without arms named last from an offset on, of whom some are; else "".

        Who fires at them («أطلقت الشرطة النار عليهم») is named since.
        """
        hits = self.hits.get("victim", ())
        here = first_from(hits, people.start)
        if here == 0 or not OF_THEM.search(self.text, people.start, people.stop + 5):
            return ""
        while here > 1 and hits[here - 2].start >= start and (hits[here - 1].value.startswith("victim") or self._in_place(hits[here - 1])):
            here -= 1  # «السكان عانوا من أعراض كالتي لدى ضحايا كذا، وقضى ثمانون منهم»
        last = hits[here - 1]
        if last.start < start or not last.value.startswith(_UNARMED) or last.value.endswith(_OWN):
            return ""
        named = (one for one in self.actors_in(last.start - _NAME, people.start) if one.stop > last.start)  # «حركة الشباب» are no youths
        armed = any(one.cls not in ("civilians", "protesters") for one in named)
        armed = armed and not any(self.text.find(them, last.stop, people.start) >= 0 for them in _AT_THEM)
        return "" if armed else last.value.split("/")[0].split()[0]

    def _in_place(self, hit: "Hit") -> bool:
        """«في بلدة قصرة»: whether a word for people is part of the name of a place."""
        at = bisect_right(self._place_starts, hit.start)
        return at > 0 and self._places[at - 1].stop >= hit.stop

    @cached_property
    def rebel(self) -> str | None:
        """The non-state armed actor the article names most, not the one that it calls the army."""
        found = [one for one in self.actors if not is_army_in(one.actor, self.country)]
        named = often([one.actor for one in found if one.cls == "rebel"]) or often([one.actor for one in found if one.cls == "militia"])
        return named[0][0] if named else None

    def foe_of(self, actor: str) -> str | None:
        """Whose fighters fall to an irregular force, where that is not said: of those it is at war with, the one clearly named most."""
        most = often([one.actor for one in self.actors if one.cls in IRREGULAR and enemies(self.country, actor, one.actor)])
        return most[0][0] if most and (len(most) == 1 or most[0][1] >= _CLEARLY * most[1][1]) else None

    @cached_property
    def army(self) -> str:
        """Whose soldiers are, of whom no state is said: in Libya those of who calls itself the army, where the article names it more."""
        own = often([one.actor for one in self.actors if is_army_in(one.actor, self.country)])
        state = sum(one.actor == f"gov:{self.country}" for one in self.actors) if own else 0
        return own[0][0] if own and own[0][1] >= state else ""

    @cached_property
    def outlaw(self) -> str | None:
        """The one the article names most of those whom articles call terrorists."""
        named = often([one.actor for one in self.actors if is_called(one.actor, "إرهاب")])
        return named[0][0] if named else None

    @cached_property
    def foremost(self) -> str | None:
        """That actor, where fighters of no name are its own: the article names it often, as one whose war it tells, or only calls it so."""
        rebel = self.rebel
        often = sum(one.actor == rebel for one in self.actors) >= _OFTEN
        return rebel if often or ":" in (rebel or "") else None

    def doubts(self, sentence: int) -> tuple[str, ...]:
        """``figure.not-conflict`` where the sentence tells of traffic, weather or disease."""
        start, stop = self.sentences[sentence]
        return ("figure.not-conflict",) if any(start <= at < stop for at in self._accidents) else ()

    def says(self, words: tuple[str, ...], span: tuple[int, int]) -> bool:
        """Whether a sentence or the first one holds such words or parts of them; each is searched once, however many people it counts."""
        for one in (span, (0, self.sentences[0][1])):
            if (words, one) not in self._said:
                self._said[words, one] = among(words, self.text, one[0], one[1])
            if self._said[words, one]:
                return True
        return False

    def long_in(self, start: int, stop: int) -> bool:
        """Whether a word of a period begins in [start, stop)."""
        at = bisect_left(self._long, start)
        return at < len(self._long) and self._long[at] < stop

    def country_at(self, start: int, stop: int) -> str:
        """The country of the first place of a sentence, else of the article; of who condemns or mourns, not that, but where it happened."""
        if (start, stop) not in self._country:  # each sentence is looked through once, however many people it counts
            self._country[start, stop] = self._country_of(start, stop)
        return self._country[start, stop]

    def land_at(self, start: int) -> str:
        """The country whose own name begins at an offset; "" where none does."""
        here = bisect_left(self._place_starts, start)
        one = self._places[here] if here < len(self._places) else None
        return (one.place.country or "") if one is not None and one.start == start and one.place.geo_precision == COUNTRY else ""

    def mourned(self, start: int, stop: int) -> bool:
        """Whether somebody condemns or mourns what a sentence tells of."""
        return _MOURNS.search(self.text, start, stop) is not None

    def _country_of(self, start: int, stop: int) -> str:
        here = self._places[bisect_left(self._place_starts, start) : bisect_left(self._place_starts, stop)]
        mourned = self.mourned(start, stop)
        beyond = {one.place.country for one in here if self.text.endswith(_ITS_BORDER, 0, one.start)} - OCCUPIED.keys()
        acting = {one.start for one in self.actors_in(start, stop) if one.rule == "actor.country"}  # «قصفت تركيا مواقع في تل رفعت»
        here = [
            one
            for one in here
            if one.start not in acting
            and not (one.place.country in beyond and self.text.endswith(_ITS_BORDER, 0, one.start))
            and one.cue not in ("origin", "residence", "people")
            and not of_office(self.text[max(one.start - 12, 0) : one.start])
        ]
        happened = next((one for one in here if mourned and one.cue in ("in", "near")), None) or next(iter(here), None)
        if happened is not None and self.country and self.text.startswith(_BORDER, happened.start):
            happened = next((one for one in here if not self.text.startswith(_BORDER, one.start)), None)  # whose it is, is not said
        return (happened.place.country if happened else "") or (self.country if self.country not in beyond else "")

    def nation_in(self, start: int, stop: int, behind: int = -1) -> str:
        """The first nation named by an adjective in a span; "" where none is.

        behind: from here on a feminine one is of another noun, if it does not stand right there («شرطيين قرب الحدود السورية»).
        """
        hits = self.hits.get("nation", ())
        at = first_from(hits, start)
        if at == len(hits) or hits[at].start >= stop:
            return ""
        nation, _, form = hits[at].value.partition("/")
        if 0 <= behind < hits[at].start - _RIGHT_THERE and (form == "adjective" or _GOES_ON.search(self.text, behind, hits[at].start)):
            return ""
        return nation

"""General: numbers of what befell a country or a war as a whole, by words that name no one act and no one town."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause, Layers
from agents.extract.places.nearness import COARSE
from agents.extract.scope.covered import APART
from agents.extract.words.letters import search
from agents.extract.words.spans import inside
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.days.dates import DateMention
    from agents.extract.figures.mention import FigureMention

LEAST = 30  # people: fewer may be those of one town that a text names elsewhere
_BREATH = 90  # characters between people and the many towns
_PARTS = r"(?:مدن|بلدات|قري|مناطق|محافظات|احياء|ولايات)"
_ALL_OVER = re.compile(  # «قصف العديد من المدن والأحياء السورية»
    rf"(?<![\u0621-\u064a])[وفبلك]?(?:العديد\sمن|عشرات|معظم|مختلف|انحاء|عموم)\s(?:ال)?{_PARTS}(?![\u0621-\u064a])"
)
_ALL_OVER_BY = ("العديد", "عشرات", "معظم", "مختلف", "انحاء", "عموم")
_IN_THE_WAR = re.compile(  # «فقد العشرات أرواحهم خلال المعارك»
    rf"\s(?:في|خلال|اثناء|جراء)\sال(?:{any_of('acts', 'lasting')}|حرب|نزاع)(?![\u0621-\u064a])"
)
_IN_THE_WAR_BY = ("معارك", "مواجهات", "اشتباكات", "قتال", "حرب", "نزاع")
_STRUCK = re.compile(  # «استهدفت غارات أميركية قوات كذا، مما أسفر عن 100 قتيل»: raids on one target are one act
    r"(?<![\u0621-\u064a])[وف]?(?:استهدف|ضرب|طال|قصف|دمر)ت?\s(?:غارات|ضربات|صواريخ)\s(?:[^\s،,.:؛]+\s){0,4}?"
    r"(?:ال)?(?:قوات|مقاتلين|عناصر|مسلحين|رتلا?|موكبا?|قافله|معسكرا?|سوقا?|مدرسه|مستشفي|سجنا?|مسجدا?|عرسا?|مخيما?)(?![\u0621-\u064a])"
)
_FIGHT = re.compile(r"(?<![\u0621-\u064a])[وفبل]?(?:ال)?(?:اشتباكات|معارك|مواجهات|هجوم|قتال)(?![\u0621-\u064a])")
_FIGHT_WITH = re.compile(r"(?<![\u0621-\u064a])[وفبل]?(?:ال)?(?:اشتباكات|معارك|مواجهات)\s(?:\S+\s)?مع\s")
_FIGHT_ON = re.compile(  # «المعارك المتواصلة منذ مساء أمس», «اشتباكات عنيفة منذ صباح الأحد»
    r"(?<![\u0621-\u064a])[وفبل]?(?:ال)?(?:اشتباكات|معارك|مواجهات)(?:\s(?!حيث|في|بين|علي)[^\s،,.:؛]+){0,3}\s$"
)
_FIGHT_BEFORE = 60  # characters before «since» in which the fight stands
_RAIDS = re.compile(rf"(?<![\u0621-\u064a])[وفبل]?(?:ال)?(?:{any_of('acts', 'each')})(?![\u0621-\u064a])")
_STRETCH = 600  # characters: no sentence tells of raids so far before those whom they harmed
_OF_FIGHT = 50  # people: so many are those of a day's fights
_SINCE_NIGHT, _NIGHT = "date.since.part.", timedelta(days=1)
_STRUCK_BY = ("غارات", "ضربات", "صواريخ")


def people(figure: "FigureMention") -> int:
    """How many, 0 where it is not said."""
    return figure.low or figure.high or 0


def all_over(figure: "FigureMention", clause: Clause, layers: Layers) -> bool:
    """Whether so many fell in what befell many towns of a country, none of which is named."""
    if people(figure) < LEAST:
        return False
    found = search(_ALL_OVER, _ALL_OVER_BY, layers.text, clause.start, clause.stop)
    if found is None or any(one.place.geo_precision < COARSE for one in inside(layers.places, clause.start, clause.stop)):
        return False
    first, last = sorted(((found.start(), found.end()), (figure.start, figure.stop)))
    return last[0] - first[1] <= _BREATH and APART.search(layers.text, first[1], last[0]) is None


def in_war(figure: "FigureMention", clause: Clause, layers: Layers) -> bool:
    """Whether dozens fell «in the battles», where neither a day nor a town is told, nor in the sentence before."""
    if "number.vague" not in figure.rules or not search(_IN_THE_WAR, _IN_THE_WAR_BY, layers.text, clause.start, clause.stop):
        return False
    first = layers.sentences[max(clause.sentence - 1, 0)][0]
    stop = layers.sentences[clause.sentence][1]
    if any(one.kind in ("point", "ago") and one.precision in ("day", "span") for one in inside(layers.dates, first, stop)):
        return False
    return not any(one.place.geo_precision < COARSE for one in inside(layers.places, first, stop))


def one_night(one: "DateMention", figure: "FigureMention", clause: Clause, layers: Layers) -> bool:
    """«اشتباكات داخل مدينة كذا تسببت منذ ليل أمس بمقتل 17»: whether fewer fell in one fight since last night, or in one town."""
    if one.first is None or layers.published - one.first > _NIGHT or not one.rule.startswith(_SINCE_NIGHT):
        return False
    if _FIGHT_ON.search(layers.text, max(one.start - _FIGHT_BEFORE, clause.start), one.start):
        return people(figure) < _OF_FIGHT and _RAIDS.search(layers.text, clause.start, clause.stop) is None
    if (
        people(figure) >= LEAST
        or not _FIGHT.search(layers.text, clause.start, clause.stop)
        or _RAIDS.search(layers.text, clause.start, clause.stop)
    ):
        return False
    towns = {place.place.name for place in inside(layers.places, clause.start, clause.stop) if place.place.geo_precision < COARSE}
    return len(towns) == 1


def one_fight(figure: "FigureMention", clause: Clause, layers: Layers) -> bool:
    """«قتل 36 في مواجهات مع كذا خلال الساعات الـ24 الماضية»: whether so few fell in a fight with somebody, and no raids are told."""
    if people(figure) >= _OF_FIGHT or not _FIGHT_WITH.search(layers.text, clause.start, clause.stop):
        return False
    return _RAIDS.search(layers.text, clause.start, clause.stop) is None


def one_target(clause: Clause, figure: "FigureMention", layers: Layers) -> bool:
    """Whether raids that harmed the people of a figure struck one target."""
    start = max(layers.sentences[clause.sentence][0], figure.start - _STRETCH)
    return search(_STRUCK, _STRUCK_BY, layers.text, start, figure.start) is not None

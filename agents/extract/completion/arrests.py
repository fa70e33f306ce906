"""Arrests, and executions by a state: what a government does in its whole country is not of the town that the article named last."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Layers
from agents.extract.places.facts import having
from agents.extract.places.lands import land_of
from agents.extract.places.nearness import COUNTRY
from agents.extract.words.spans import inside
from streams.records import Place

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft

_WIDELY = re.compile(  # «في أنحاء مختلفة من البلاد», «في 13 محافظة», «في عموم المملكة»
    r"(?:انحاء|ارجاء|عموم|مختلف|جميع|كل|كافه|عده|عدد\sمن)\s(?:(?:مختلفه|متفرقه|متعدده)\s)?(?:من\s|انحاء\s)?"
    r"(?:ال)?(?:بلاد|محافظات|ولايات|مدن|مملكه|جمهوريه|مناطق\s(?:ال)?(?:بلاد|مملكه))(?!\w)|\s\d+\s(?:محافظه|ولايه|مدينه|مقاطعه)\s"
)
_HIGH = re.compile(  # «رئيس الوزراء التركي», «مكتب رئيس الحكومة التركية»
    r"(?<!\S)[وفب]?(?:ل|لل)?(?:ال)?(?:رئيس|رئاسه|مكتب|وزير|وزاره|حكومه|سلطات|داخليه|خارجيه|نيابه)\s(?:(?!في|من|علي|الي|ان)[^\s،.:]+\s){0,3}$"
)
_TROOPS = re.compile(r"جيش|قوات|طائر|طيران|مدفعي|جنود")  # whose captives may be taken beyond the border
_BEYOND = having("beyond-border")  # whose police arrest beyond it too
_HIGH_REACH = 40  # characters between an office and its nation
_OFTEN = 20  # people: so many are seldom taken in the place that was just told of, by a government that says so


def home(draft: "Draft", layers: Layers) -> Place | None:
    """The country whose government arrested many, or some all over it, where no place is said; None where it may be a town's.

    Whom a state put to death, «أعدمت إيران ثلاثة بتهمة التجسس لإسرائيل», died in it.
    """
    if draft.code == "execute" and draft.place is None and draft.near is None:
        return _of_state(draft, layers)
    if draft.code != "arrest" or draft.place is not None or not draft.figures:
        return None
    taken = max((one.low or 0) for one, _ in draft.figures)
    clause = draft.figures[0][1].clause
    start, stop = layers.sentences[clause.sentence]
    widely = _WIDELY.search(layers.text, start, stop) is not None
    if taken < _OFTEN and not widely:
        return None
    near = (draft.near.country if draft.near else None) or layers.country
    country = _announcing(layers, start, clause.stop) or (near if widely and (draft.agent or "gov:").startswith("gov:") else "")
    if not country or country in _BEYOND or not (widely or near not in (country, "")):
        return None
    return _named(country, layers)


def _of_state(draft: "Draft", layers: Layers) -> Place | None:
    of, _, country = (draft.agent or "").partition(":")
    return _named(country, layers) if of == "gov" and country not in _BEYOND and layers.country in (country, "") else None


def _named(country: str, layers: Layers) -> Place | None:
    """A country, in the words of the text where it names it."""
    named = next((one.place for one in layers.places if one.place.country == country and one.place.geo_precision == COUNTRY), None)
    return land_of(country, {country: named} if named else {})


def _announcing(layers: Layers, start: int, stop: int) -> str:
    """The country of whose government a sentence speaks first; "" where it names none."""
    for hit in inside(layers.hits.get("nation", ()), start, stop):
        if _HIGH.search(layers.text, max(start, hit.start - _HIGH_REACH), hit.start):
            return hit.value.partition("/")[0]
    state = next((one for one in inside(layers.actors, start, stop) if one.cls == "state"), None)
    if state is None or state.rule == "actor.context" or _TROOPS.search(layers.text, state.start, state.stop):
        return ""
    return state.country

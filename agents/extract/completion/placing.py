"""Placing: where an act was, and by which rule: what its own clauses name, else the rest of the article; ``where.…`` among its rules."""

import re
from datetime import timedelta
from itertools import islice

from agents.extract.acts.events import VIOLENT
from agents.extract.acts.layers import Layers
from agents.extract.completion import arrests, located, placelines
from agents.extract.drafts.drafts import FRESH, Draft
from agents.extract.places.facts import having
from agents.extract.places.lands import land_of
from agents.extract.places.nearness import COARSE, COUNTRY, DISTRICT, same, within
from agents.extract.words.letters import search
from agents.extract.words.spans import any_inside, inside
from streams.records import Place

RITE = 60  # characters behind a word for where an embassy opens or moves, in which a place is of that
_GREAT = frozenset(["scope.great", "scope.campaign", "scope.war"])  # rules of numbers that are no town's
_PART = re.compile(r"(?<![\u0621-\u064a])(?:في\s|ب)?(?:شمال|جنوب|شرق|غرب|وسط)ي?(?:\s(?:شرق|غرب)ي?)?\sالبلاد(?![\u0621-\u064a])")
_PART_BY = ("البلاد",)  # letters without which it finds nothing
_OVER = re.compile(  # «في عدة محافظات», «في مختلف المدن»: in several governorates, none of which is named
    r"(?<![\u0621-\u064a])(?:في|من|علي)\s(?:عده|عدد\sمن|مختلف|كل|جميع|كافه|بعض|معظم)\s(?:ال)?(?:محافظات|ولايات|اقاليم|مدن)(?![\u0621-\u064a])"
)
_OVER_BY = ("محافظات", "ولايات", "اقاليم", "مدن")
_BEYOND = having("beyond-border")  # whose forces arrest, and kill, beyond their border
_FAR_MORE = 2  # times that a country is named as often as another that is told of by the way
_ON, _ON_REACH = " علي ", 16  # «سيطروا على العاصمة صنعاء»; characters before a town
_WAR = 10_000  # people: so many dead are those of a war
_AT = ("in", "near")  # cues of places where something is told of
_WEEK = timedelta(days=7)
_APART = having("parts-apart")  # countries whose parts are told of apart


def settle(draft: Draft, drafts: list[Draft], acts: set[int], first: Place | None, layers: Layers) -> None:
    """Gives a draft its place, and the id of the rule that chose it. acts: sentences that tell of acts. first: of ``named_first``."""
    draft.place, rule = _found(draft, drafts, acts, first, layers)
    if (war := _of_war(draft, layers)) is not None:
        draft.place, rule = war, "where.land"
    if draft.place is not None:
        draft.rules.append(rule)


def _found(draft: Draft, drafts: list[Draft], acts: set[int], first: Place | None, layers: Layers) -> tuple[Place | None, str]:
    if (place := located.place(draft, acts, layers)) is not None:
        return place, "where.located"
    if draft.place is not None:
        return draft.place, _named(draft)
    if (place := placelines.place(draft, layers)) is not None:
        return place, "where.line"
    return _elsewhere(draft, drafts, first, layers)


def _elsewhere(draft: Draft, drafts: list[Draft], first: Place | None, layers: Layers) -> tuple[Place | None, str]:
    """The place of what no clause or line of its own places, from the rest of the article."""
    if (place := arrests.home(draft, layers)) is not None:
        return place, "where.state"
    beside = _beside(draft)
    known = beside or draft.near or first
    place = _land(draft, first, layers) or _in_the_land(draft, first, layers) or _all_over(draft, drafts, layers)
    if (place := place or _set_free(draft, known, layers)) is not None:
        return place, "where.land"
    place = _within_reach(draft, known, layers)
    if place is not known:
        return place, "where.state"
    if known is not None and not beside and (finer := _finer(draft, known, layers)) is not None:
        return finer, "where.before"
    return place, "where.beside" if beside else "where.before" if draft.near else "where.first"


def _finer(draft: Draft, known: Place, layers: Layers) -> Place | None:
    """«قتل مدنيون في مدينة كذا. وأسفرت الحادثة عن مقتل عشرة»: of an act in a known land, the town that the sentence before names."""
    own = next((one.clause for one in draft.frames if not one.title), None)
    if own is None or own.sentence == 0 or known.geo_precision <= COARSE or draft.scope.scope != "incident":
        return None
    start, stop = layers.sentences[own.sentence - 1]
    harmed = any(not one.value.startswith("none") for one in inside(layers.hits.get("harm", ()), start, stop))
    if not harmed and not any_inside(layers.hits.get("event", ()), start, stop):
        return None
    there = (one.place for one in inside(layers.places, start, stop) if one.cue in _AT and one.place.geo_precision <= COARSE)
    return next((one for one in there if within(one, known)), None)


def _beside(draft: Draft) -> Place | None:
    """Where else something of it was; no whole country, where a town is told before, or another land («يعالج الجرحى في تركيا»)."""
    beside, near = draft.beside, draft.near
    if beside is None or near is None or near.country is None or beside.geo_precision < COUNTRY:
        return beside
    return None if near.country != beside.country or near.geo_precision <= COARSE else beside


def _named(draft: Draft) -> str:
    """The rule of a place that its own clauses name: the headline's alone, or by what the words around the name make of it."""
    frame = next((one for one in draft.frames if one.where is draft.place and not one.title), None)
    if frame is None:
        return "where.headline"
    return next((f"where.{one.cue}" for one in frame.places if one.place is draft.place), "where.in")


def named_first(layers: Layers) -> Place | None:
    """The first place of a text that is no state which acts («قصفت تركيا أمس»), nor where an embassy is opened."""
    acts = {one.start for one in layers.actors}
    rites = [one.stop for one in layers.hits.get("asides", ()) if one.value.startswith("rite")]
    free = (one for one in layers.places if not any(0 <= one.start - stop <= RITE for stop in rites))
    named = [one for one in free if one.start not in acts]
    return next((one.place for one in named if one.cue != "destination"), named[0].place if named else None)


def _land(draft: Draft, first: Place | None, layers: Layers) -> Place | None:
    """The country of the place told before, for a number of months or of a war whose place is not told: it is not of that town.

    Nor is one of a week and more whose dead served the state, where the town is named but once («ومنذ 20 فبراير قتل 13 جنديا تركيا»).
    """
    known = draft.near or first
    if draft.scope.scope != "toll" or known is None or known.country in _APART or (known is draft.near and known.geo_precision == DISTRICT):
        return None
    since = draft.scope.first
    if since is not None and layers.published - since > _WEEK and _of_the_state(draft, known) and _named_once(known, layers):
        return _country_of(known, layers) or land_of(layers.country, {})
    if draft.scope.rule not in _GREAT if since is None else layers.published - since <= FRESH:
        return None
    return _country_of(known, layers)


def _of_the_state(draft: Draft, known: Place) -> bool:
    """Whether those who are counted served the state in whose country a place lies."""
    return any(one.measure == "killed" and one.party == f"gov:{known.country}" for one, _ in draft.figures)


def _named_once(known: Place, layers: Layers) -> bool:
    """Whether a town, in the country that a text tells of, is named in it but once: it does not tell of that town."""
    town = known.country == layers.country and known.geo_precision < DISTRICT
    return town and len(list(islice((one for one in layers.places if same(one.place, known)), 2))) == 1


def _all_over(draft: Draft, drafts: list[Draft], layers: Layers) -> Place | None:
    """«بلغ عدد القتلى منذ السبت 300», where acts in several governorates were told before: of no one of these, but of their country."""
    if draft.scope.scope != "toll" or draft.scope.first is None or draft.near is None or draft.near.geo_precision > COARSE:
        return None
    if any(one.place == draft.near and any(frame.title or frame.lede for frame in one.frames) for one in drafts):
        return None  # of what the article is about
    start = draft.frames[0].clause.start
    told = [one.place for one in drafts if one.place and one.scope.scope == "incident" and one.frames[0].clause.start < start]
    if len({one.admin1 for one in told if one.admin1}) <= 1:
        return None
    land = next((one for one in told if one.country == layers.country), None)
    return _country_of(land, layers) if land is not None and land.country not in _APART else None


def _of_war(draft: Draft, layers: Layers) -> Place | None:
    """«أوقع النزاع 10 آلاف قتيل»: the country of a war's dead, who are of no one town unless it stands behind them («في الغوطة»)."""
    place = draft.place
    if draft.scope.scope != "toll" or place is None or place.geo_precision >= COARSE or not place.country or place.country in _APART:
        return None
    dead = [(one, frame.clause) for one, frame in draft.figures if one.measure == "killed" and not one.subset and (one.low or 0) >= _WAR]
    if not dead:
        return None
    figure, clause = dead[0]
    behind = (one for one in inside(layers.places, figure.stop, clause.stop) if one.place == place and one.cue == "in")
    if any(_ON not in layers.text[max(one.start - _ON_REACH, figure.stop) : one.start] for one in behind):
        return None
    return _country_of(place, layers) or land_of(place.country, {})


def _in_the_land(draft: Draft, first: Place | None, layers: Layers) -> Place | None:
    """«وبعدها بأيام أصيب 25 في شمال البلاد»: of another act, the country of the place told before, where it names only a part of that.

    «قصفت الطائرات مواقع في عدة محافظات»: so of what was in several parts.
    """
    known, clauses = draft.near or first, [one.clause for one in draft.frames]
    if known is None or draft.scope.scope == "toll" or draft.code not in VIOLENT or known.country in _APART:
        return None
    text, further = layers.text, bool(clauses[0].link) or clauses[0].lag is not None
    if any(search(_OVER, _OVER_BY, text, one.start, one.stop) for one in clauses):
        return _country_of(known, layers) or (land_of(known.country, {}) if known.country else None)
    part = further and any(search(_PART, _PART_BY, text, one.start, one.stop) for one in clauses)
    return _country_of(known, layers) if part else None


def _set_free(draft: Draft, place: Place | None, layers: Layers) -> Place | None:
    """«أفرجت السلطات عن سبعة»: of people released or handed over, the country of the place told before; that is where others were hit."""
    if draft.code != "handover" or place is None or not place.country or place.country in _APART:
        return None
    return _country_of(place, layers) or land_of(place.country, {})


def _within_reach(draft: Draft, place: Place | None, layers: Layers) -> Place | None:
    """A place told elsewhere; of arrests by police of another country a place there («اعتقلت الشرطة من قاتلوا في سوريا»).

    It is the town told last before, else the first place. Of a toll, or where only the first place is known, the country told of far more.
    """
    of, _, country = (draft.agent or "").partition(":")
    wide = draft.scope.scope == "toll" or not (draft.near or draft.beside)
    if wide and place is not None and place.country != layers.country and (home := _at_home(layers, place)) is not None:
        return home
    if draft.code != "arrest" or of != "gov" or place is None or place.country in (country, None) or country in _BEYOND:
        return place
    there = [one for one in layers.places if one.place.country == country]
    told = [one for one in there if one.start < draft.frames[0].clause.stop]
    town = next((one.place for one in reversed(told) if one.place.geo_precision < COARSE), None)
    return town or next((one.place for one in there), None)


def _at_home(layers: Layers, abroad: Place) -> Place | None:
    """«…، كما قال في باريس. وقتل الآلاف منذ كذا»: the country of which a text speaks far more than of the one where a place lies."""
    here = [one.place for one in layers.places if one.place.country == layers.country]
    there = sum(one.place.country == abroad.country for one in layers.places)
    if layers.country in _BEYOND or len(here) < _FAR_MORE * there:
        return None
    return next((one for one in here if one.geo_precision == COUNTRY), here[0] if here else None)


def _country_of(known: Place, layers: Layers) -> Place | None:
    """The country in which a place lies, where the article names it."""
    lands = (one.place for one in layers.places if one.place.country == known.country and one.place.geo_precision == COUNTRY)
    return next(lands, None)

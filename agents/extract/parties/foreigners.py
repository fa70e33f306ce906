"""People of one state who are harmed in another, where theirs fights: its forces."""

import re

from agents.extract.actors.sides import takes_part
from agents.extract.harm.counts import Count
from agents.extract.parties.context import Context
from agents.extract.people.people import People
from agents.extract.places.facts import OCCUPIED

_AND = re.compile(r"\sو(?:ال)?(?:مستشار|خبراء|ضباط|جنود|عسكري|مدرب|متعاقد)[\u0621-\u064a]*\s")  # «المقاتلين والمستشارين الروس»
_HARMED = frozenset(["killed", "wounded"])
_ADJECTIVE = 3  # characters from a word to the nation that an adjective right behind it names


def fighters(people: People, span: tuple[int, int], context: Context) -> str:
    """«مقاتلين روس», «11 من العناصر الإيرانيين»: fighters of another country's forces, where those are in the war; "" for others."""
    more = _AND.match(context.text, people.stop)
    nation = context.nation_in(people.start, people.stop + 1) or (context.nation_in(more.end(), more.end() + 1) if more else "")
    abroad = nation and nation not in (context.country, context.country_at(*span))  # not «المسلح السوري قتل في شمال سوريا»
    of_forces = abroad and any(one.actor == f"gov:{nation}" for one in context.actors)
    return f"gov:{nation}" if of_forces else ""


def party(count: Count, span: tuple[int, int], context: Context) -> str:
    """Of whom people are who are called after a nation, by their noun or by the word that counts them; ``unknown`` where they are not."""
    if count.people.noun.of_nation:
        return _nationals(count.people.noun.whose, count, span, context)
    return "civilians" if count.people.noun.nation else _counted(count, span, context)


def _nationals(nation: str, count: Count, span: tuple[int, int], context: Context) -> str:
    """«مقتل 11 إيرانيا» in a war in which their state fights abroad: its forces; at home and elsewhere, civilians."""
    country = context.country_at(*span)
    abroad = nation not in (country, OCCUPIED.get(country)) and takes_part(country, f"gov:{nation}")
    return f"gov:{nation}" if abroad and not _HARMED.isdisjoint(count.measures) else "civilians"


def _counted(count: Count, span: tuple[int, int], context: Context) -> str:
    """«ارتفع عدد القتلى الإيرانيين إلى سبعة»: the forces of the nation that the word counting the dead names, else ``unknown``."""
    tally = count.harm if "figure.tally" in count.rules and count.people.noun.whose in ("", "victim", "person") else None
    nation = context.nation_in(tally.stop, tally.stop + _ADJECTIVE, tally.stop) if tally is not None else ""
    party = _nationals(nation, count, span, context) if nation else "civilians"
    return party if party != "civilians" else "unknown"  # of a crowd, perhaps

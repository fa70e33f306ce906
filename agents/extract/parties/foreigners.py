"""People of one state who are harmed in another, where theirs fights: its forces."""

from agents.extract.actors.register import OCCUPIED
from agents.extract.actors.sides import takes_part
from agents.extract.harm.counts import Count
from agents.extract.parties.context import Context
from agents.extract.people.people import People


def fighters(people: People, context: Context) -> str:
    """«مقاتلين روس», «11 من العناصر الإيرانيين»: fighters of another country's forces, where those are in the war; "" for others."""
    nation = context.nation_in(people.start, people.stop + 1)
    of_forces = nation and nation != context.country and any(one.actor == f"gov:{nation}" for one in context.actors)
    return f"gov:{nation}" if of_forces else ""


def nationals(count: Count, span: tuple[int, int], context: Context) -> str:
    """«مقتل 11 إيرانيا» in a war in which their state fights abroad: its forces; at home and elsewhere, civilians."""
    nation, country = count.people.noun.whose, context.country_at(*span)
    abroad = nation not in (country, OCCUPIED.get(country)) and takes_part(country, f"gov:{nation}")
    return f"gov:{nation}" if abroad and "killed" in count.measures else "civilians"

"""Foes: whom each party of an article fights, as the rest of the article and the wars of a country say."""

from collections.abc import Iterable, Sequence
from functools import cache

import seeds
from agents.extract.actors.register import class_of
from agents.extract.actors.sides import allied, enemies, has_allies
from agents.extract.acts.events import FROM_AFAR, armed
from agents.extract.acts.layers import Layers
from agents.extract.drafts.drafts import Draft
from agents.extract.places import nearness
from agents.extract.places.facts import OCCUPIED
from agents.extract.words.often import often
from streams.records import Place


class Foes:
    """Who struck whom in the drafts of one article, and who is named how often in its text."""

    def __init__(self, drafts: Sequence[Draft], layers: Layers) -> None:
        struck = [one for one in drafts if armed(one.agent) and (armed(one.target) or one.target == "civilians")]
        self._pairs = often([(one.agent, one.target) for one in struck])
        self._near = often([(one.agent, one.target) for one in struck if one.code not in FROM_AFAR])
        afar = [one for one in drafts if one.code in FROM_AFAR and one.place and class_of(one.agent or "") in ("state", "external")]
        self._afar = often([(one.agent, one.place.country) for one in afar if one.place])
        self._struck = [(one.agent, one.place) for one in afar if one.place]
        self.named = [actor for actor, _ in often([one.actor for one in layers.actors if armed(one.actor)])]

    def names(self, actor: str | None) -> bool:
        """Whether the article names an armed party at all."""
        return actor in self.named

    def striker(self, target: str | None, country: str = "", *, by_hand: bool = False) -> str | None:
        """Who most often struck this party, civilians too, in the article; none who is its ally in the wars of a country.

        by_hand: who fought it on the ground goes before who only struck it from afar.
        """
        pairs = [*self._near, *self._pairs] if by_hand else self._pairs
        return next((by for (by, struck), _ in pairs if struck == target and not allied(country, by, target)), None)

    def from_afar(self, country: str, by_rule: str | None) -> str | None:
        """Who the article says struck from the air or from afar in a country; None where it says so of who does as a rule, or of home."""
        struck = [by for (by, there), _ in self._afar if there == country]
        return None if by_rule in struck else next((by for by in struck if by != f"gov:{country}"), None)

    def struck_there(self, by: str, place: Place | None) -> bool:
        """Whether who struck from afar may have struck a place: it did so elsewhere more than once, or in a place that may be this one."""
        told = [there for one, there in self._struck if one == by]
        return len(told) > 1 or any(nearness.may_be_one(one, place) for one in told)

    def fight(self) -> tuple[str | None, str | None]:
        """The two in arms who most often faced each other in the article; None, None where it names no such two.

        Where some did so on the ground, none who only struck from afar.
        """
        near = dict(self._near)
        pairs = [pair for pair, _ in self._pairs if armed(pair[1])]
        return next((pair for pair in pairs if pair in near), next(iter(pairs), (None, None)))

    def flier(self, target: str | None, country: str) -> str | None:
        """The enemy of a party with aircraft, a state or an alliance of states, that the article names most."""
        flies = (one for one in self.named if class_of(one) in ("state", "external"))
        return next((one for one in flies if enemies(country, one, target)), None)

    def of(self, actor: str, country: str, near: Iterable[str], *, struck: bool = False, ground: bool = False) -> str | None:
        """Whom an armed party fights: the enemy named beside it, the one it fought elsewhere in the article, the one named most.

        struck: whom it struck, so none from abroad that only helps another and of which the article tells no losses. ground: from whom
        it took ground, so none from abroad that only struck from afar.
        """
        pairs = [two if actor == one else one for (one, two), _ in self._pairs if actor in (one, two)]
        out = {one for one in (*near, *pairs, *self.named) if one and self._only_flies(one, country)} if ground else ()
        beside = [one for one in near if armed(one) and one != actor and one not in out]
        fought = [one for one in pairs if one not in out]
        named = [one for one in self.named if one not in out]
        return (
            next((one for one in beside if enemies(country, actor, one)), None)
            or next((one for one in fought if one and armed(one) and not allied(country, actor, one)), None)
            or next((one for one in named if enemies(country, actor, one) and not (struck and self._helps(one, country))), None)
        )

    def _only_flies(self, actor: str, country: str) -> bool:
        """Whether a party from abroad struck somebody in the article, or is named there, and fought nobody on the ground."""
        return not _at_home(actor, country) and not any(actor in pair for pair, _ in self._near)

    def _helps(self, actor: str, country: str) -> bool:
        """Whether a party from abroad is only known there as the ally of another, and nobody strikes it in the article."""
        return not _at_home(actor, country) and has_allies(country, actor) and not any(whom == actor for (_, whom), _ in self._pairs)


def _at_home(actor: str, country: str) -> bool:
    return class_of(actor) not in ("state", "external") or actor in (f"gov:{country}", f"gov:{OCCUPIED.get(country)}")


@cache
def _usual() -> dict[tuple[str, str], tuple[str, str]]:
    return {(row["country"], row["code"]): (row["agent"], row["target"]) for row in seeds.rows("usual-strikes.csv")}


def usual(country: str, code: str) -> tuple[str | None, str | None]:
    """Who strikes from the air or from afar in a country where nobody is named, and whom; None, None where nothing is usual."""
    return _usual().get((country, code), (None, None))

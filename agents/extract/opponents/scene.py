"""Scene: a draft with what the article, its country and its victims say of who faced whom in it."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from agents.extract.actors.register import GUNMEN, class_of, is_army_in
from agents.extract.actors.sides import allied, enemies
from agents.extract.acts.events import BOMBS, FROM_AFAR, armed
from agents.extract.drafts.drafts import Draft
from agents.extract.opponents.foes import Foes
from agents.extract.places.facts import OCCUPIED
from agents.extract.roles.roles import EXPLICIT, UNKNOWN

Pair = tuple[str | None, str | None]
HARM = ("killed", "wounded", "killed_or_wounded")
_ATTACKS = BOMBS | {"assault", "shooting"}
_UPON_PEOPLE = frozenset(["assault", "shooting", "murder"])  # acts of those in arms that befall people without
_STRUCK = frozenset(["roles.object", "roles.loose"])  # rules of who is named as attacked
_SUBJECT = frozenset(["roles.subject-before", "roles.subject-after"])
_FAR_FEWER = 4  # times
_BY = "roles.by-cue"  # the rule of who did it behind «على يد», «برصاص»
GROUND = frozenset(["clash", "territory", "raid", "harm"])
BY_HAND = GROUND | {"capture", "murder", "execute"}  # what is done where one stands


def state_of(country: str) -> str:
    """The state whose forces are those of a country: in one that is occupied, the other's."""
    return f"gov:{OCCUPIED.get(country, country)}"


@dataclass(frozen=True)
class Scene:
    """draft: what is told; foes: who fights whom in the article; country: where it happened; sides: who is named in its clauses."""

    draft: Draft
    foes: Foes
    country: str
    sides: list[str]

    @property
    def code(self) -> str:
        """What happened."""
        return self.draft.code

    @property
    def repelled(self) -> bool:
        """«صدت دورية هجوما»: whether an attack was beaten off, so that who lost men in it may well have made it."""
        return "roles.repelled" in self.draft.rules

    @property
    def home(self) -> str:
        """The state whose forces are at home there."""
        return state_of(self.country)

    @property
    def army(self) -> str:
        """Whose men take prisoners there: the state's, or those of who calls himself the army, where the article names him more (Libya)."""
        own = (one for one in self.foes.named if one == self.home or is_army_in(one, self.country))
        return next(own, self.home)

    @cached_property
    def lost(self) -> list[str]:
        """Who lost people."""
        return harmed(self.draft)

    @cached_property
    def hurt(self) -> list[str]:
        """Who lost people, without those of whom a bomb among civilians hurt only a few."""
        return [party for party in self.lost if party not in self.few | self.second and not (party == GUNMEN and self.raided)]

    @cached_property
    def second(self) -> set[str]:
        """Who is only counted as the second of two sorts, where the first is who was meant: «عدد من رجال الأمن والعاملين»."""
        told = [(one.party, "figure.mixed" in one.rules) for one, _ in self.draft.struck]
        return {party for party, mixed in told if mixed} - {party for party, mixed in told if not mixed}

    @cached_property
    def raided(self) -> bool:
        """«مقتل مسلحين في هجوم على دورية»: whether gunmen of no name fell in an attack on a state's forces, which was theirs."""
        at_state = class_of(self.draft.target or "") == "state" or self.draft.target_class == "state"
        return self.code in _ATTACKS and self.draft.agent is None and GUNMEN in self.lost and at_state

    @cached_property
    def few(self) -> set[str]:
        """Armed parties that lost fewer lives than others where civilians were bombed: «قتل 15 في سوق بينهم جندي».

        Or far fewer, where people were attacked: «قتل 17 سائحا وشرطي في هجوم شنه مسلحان».
        """
        bombed = self.code in BOMBS and self.draft.target_class == "civilians"
        if not bombed and (self.code not in _UPON_PEOPLE or not _STRUCK.isdisjoint(self.draft.rules)):
            return set()
        killed: Counter[str] = Counter()
        for one, _ in self.draft.struck:
            if one.measure == "killed" and (armed(one.party) or not one.subset):
                killed[one.party if armed(one.party) else "civilians"] += one.low or one.high or 1
        times = 1 if bombed else _FAR_FEWER
        return {party for party, people in killed.items() if party != "civilians" and people * times < killed["civilians"]}

    @property
    def by_drones(self) -> bool:
        """Whether drones are what flew: they may be anybody's."""
        return any(one.drone for frame in self.draft.frames for one in frame.triggers)

    @property
    def by_force(self) -> bool:
        """Whether one of those who lost people bears arms."""
        return any(map(armed, self.hurt))

    @property
    def at_arms(self) -> bool:
        """Whether people who bore arms are counted, of whatever side."""
        return any("people.armed" in one.rules for one, _ in self.draft.struck)

    @property
    def of_both(self) -> bool:
        """Whether people of both sides of a fight are counted in one number."""
        return any("people.mixed" in one.rules for one, _ in self.draft.figures)

    @property
    def told_who(self) -> bool:
        """Whether words name the one who did it as such."""
        return not EXPLICIT.isdisjoint(self.draft.rules)

    @cached_property
    def fires(self) -> bool:
        """«تقصف الدولة بصواريخ مقر الجماعة»: whether a verb on top says of who did it that it fired; its dead fell elsewhere."""
        return self.code in ("shell", "strike") and any(
            (one.title or one.lede)
            and one.roles.agent == self.draft.agent
            and not _SUBJECT.isdisjoint(one.roles.rules)
            and any(act.code in FROM_AFAR and act.part in ("verb", "now") for act in one.triggers)
            for one in self.draft.frames
        )

    def told_of(self, party: str | None) -> bool:
        """Whether words name the one who did it as such, and none say of this one's losses that another did that («قتل برصاص الجيش»)."""
        return self.told_who and not any(
            frame.roles.agent not in (None, party) and _BY in frame.roles.rules and any(one.party == party for one in frame.figures)
            for frame in self.draft.frames
        )

    @property
    def by_unknown(self) -> bool:
        """Whether the text says that nobody knows who did it."""
        return UNKNOWN in self.draft.rules

    def counts(self, party: str | None) -> bool:
        """Whether people of a party are counted."""
        return any(one.party == party for one, _ in self.draft.figures)

    def allied(self, one: str | None, two: str | None) -> bool:
        """Whether two are of one side in the wars of the country."""
        return allied(self.country, one, two)

    def enemies(self, one: str | None, two: str | None) -> bool:
        """Whether two are of different sides in them."""
        return enemies(self.country, one, two)

    def fight(self) -> Pair:
        """The two who fight there, of whom the article tells most; None, None where it names no two enemies in the wars of the country."""
        one, two = self.foes.fight()
        return (one, two) if self.of_both or self.enemies(one, two) else (None, None)

    def foe(self, party: str | None, *, near: bool = True) -> str | None:
        """Whom a party fights; near: whoever is named beside it first."""
        return self.foes.of(party or "", self.country, self.sides if near else ())

    def struck_by(self, party: str | None) -> str | None:
        """Whom a party struck of whom no word says so: its foe, but no state from abroad that only tells of it."""
        speaker = self.draft.speaker
        tells = speaker if class_of(speaker or "") == "state" and speaker not in (self.home, f"gov:{self.country}") else None
        near = [side for side in self.sides if side != tells]
        return self.foes.of(party or "", self.country, near, struck=True, ground=self.code == "territory")


def harmed(draft: Draft, measures: tuple[str, ...] = HARM) -> list[str]:
    """Parties killed or wounded, who lost most first, of as many those in arms; unknown people and parts of larger figures left out."""
    lost: dict[str, int] = {}
    for one, _ in draft.struck:
        if one.measure in measures and one.party != "unknown" and not one.subset:
            lost[one.party] = lost.get(one.party, 0) + (one.low or one.high or 1)
    return sorted(lost, key=lambda party: (-lost[party], not armed(party))) if len(lost) > 1 else list(lost)

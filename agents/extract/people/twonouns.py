"""Two nouns in a row: whether the second says more of the same people, counts others with them, or is of somebody else."""

import re
from typing import TYPE_CHECKING

from agents.extract.people.victims import ARMS, FIGHTERS, Noun, beside_her, nominative
from agents.extract.words.lexicon import Hit

if TYPE_CHECKING:
    from agents.extract.people.people import People

OTHERS = frozenset(["person", "other"])
_TAKEN, _MINORS = frozenset(["abducted", "captured"]), frozenset(["children", "women"])
_GENERAL = frozenset(["person", "victim", "other", "prisoner", "armed", "leader"])  # nouns that a second noun makes exact: «قتيل مدني»
_BEAR_ARMS = ARMS | {"leader", "suspects"}
_FOES = re.compile(r"(?:مهاجم|منفذ|انتحاري|ارهابي|متمرد|متشدد|متطرف)ين\b")  # whom soldiers fight; no adjective of theirs
_OPENS = frozenset('(«"')
_TEN, _HUNDRED = 10, 100
_LARGE = 20  # «عشرات القتلى والجرحى» is one figure, «عدد من القتلى والجرحى» two


def exact(one: Noun, two: Noun) -> Noun:
    """Two nouns for the same people: the side of the more exact one, what either says of kind and harm."""
    if two.whose == "prisoner" and one.measure == "killed":
        return two  # «جثث 3 أسرى»: nobody was killed now
    if one.whose == "civilians" and two.whose == "rebels" and one.subset is None and not one.measure:
        return one._replace(whose="rebels", subset=two.subset)  # «خبراء ألغام حوثيين»
    if one.anyone and two.of_nation and one.subset is None:
        return one._replace(nation=two.whose)
    fighters = one.whose in ("armed", "leader") and two.whose not in ARMS  # «مقاتلا كرديا» is a fighter still
    if fighters or one.whose not in _GENERAL or two.whose in ("person", "other", "victim"):
        said = one.whose in OTHERS or two.form == "many"  # «خمسة من الجنود جرحى»
        return one._replace(measure=one.measure or (two.measure if said else None))
    form = two.form if two.form == "own" else one.form  # «عشرات القتلى من عناصرها»
    if two.whose == "prisoner" and one.whose == "other":
        return one._replace(whose=two.whose, measure=one.measure or two.measure)  # «وقوع 87 آخرين أسرى»
    own = None if one.whose == "armed" and two.whose == "state" else one.subset  # «عناصر من قوات الأمن» are no fighters
    return one._replace(whose=two.whose, subset=own or two.subset, form=form)


def of_another(found: "People", hit: Hit, what: Noun, text: str) -> bool:
    """«قتل المهاجم شخصين», «اغتال مسلحون مدير الأمن»: whether a noun without article does not say more of the people before it.

    Nor does one of those whom forces fight, or who leads: «قتلت قوات الأمن المهاجمين الأربعة», «اعتقلت قوات الأمن القيادي».
    """
    leads = what.whose == "leader" and what.form == "one" and found.noun.whose == "state" and found.noun.form == "many"
    alone = what.form == "one" and nominative(text, found.start, found.stop)  # «قتل الحوثيون الشاب أحمد» too
    if leads or hit.proclitic:
        return leads or alone or (found.noun.whose == "state" and _FOES.match(text, hit.entry_start) is not None)
    one = found.noun.form == "one" and not found.counted  # «طعن فلسطيني جنديين»
    if text.endswith("ين", hit.start, hit.stop) and (one or text.endswith("ون", found.start, found.stop)):
        return True  # «قتل مسلحون مدنيين», «قتل المسلحون جنديين»
    if found.definite:
        return what.form == "one" or found.noun.form == "one"
    if found.noun.form == "one" and (what.form == "two" or beside_her(text, found.noun, found.start, what, hit)):
        return True  # «قتل مسلح سائحتين», «قتل مسلح امرأة»
    if what.form == "one" and found.noun.form == "many":
        adjective = text.endswith("ي", hit.entry_start, hit.stop) and text.find(" ", hit.entry_start, hit.stop) < 0
        return text.endswith("ون", found.start, found.stop) or (found.noun.whose in ARMS and not adjective)
    return found.noun.whose in FIGHTERS and what.measure in _TAKEN  # «احتجز مسلحون رهائن»


def opens_list(found: "People", what: Noun, between: str) -> bool:
    """«خمسة أشخاص (رجل وزوجته وثلاثة أطفال)»: whether a bracket or quote opens on the first of several, who is not the same people."""
    several = found.counted and (found.high is None or found.high > 1)
    return several and what.form == "one" and not _OPENS.isdisjoint(between)


def joint(found: "People", what: Noun, *, plain: bool) -> bool:
    """Whether «و» + noun makes one figure of killed or wounded. plain: no word says of the second that they are others («وجرحى آخرون»)."""
    if not found.counted or {found.noun.measure, what.measure} != {"killed", "wounded"}:
        return False
    if what.form in ("one", "accusative") and found.noun.form in ("one", "accusative"):
        return True
    if what.form == "many" and found.high is not None and (found.noun.whose in _BEAR_ARMS or (plain and found.noun.form == "many")):
        return True  # «سبعة جنود قتلى وجرحى», «ثلاثة قتلى وجرحى»
    return what.form in ("many", "either") and found.high is None and (found.low or 0) >= _LARGE


def shared(found: "People", what: Noun, said: str, *, of_two: bool) -> bool:
    """«12 ضابطا وجنديا», «20 شرطيا ورجل أمن»: a number from eleven on counts both of two accusatives; of_two: so it did; a third too."""
    many = found.counted and (found.low or 0) > _TEN and found.noun.form in ("one", "accusative")
    if not many or what.measure is not None or found.noun.measure is not None:
        return False
    minors = {found.noun.subset, what.subset} <= _MINORS and what.form in ("one", "accusative")
    if minors and (what.form == "accusative" or (found.low or 0) >= _HUNDRED):  # «30 سيدة وطفلا», «700 امرأة وطفل»
        return True
    if what.form == "accusative":  # «11 مراسلا ومصورا», «13 قياديا وعنصرا», not «20 سائحا وشرطيا»
        return of_two or (what.whose in _BEAR_ARMS) == (found.noun.whose in _BEAR_ARMS)
    officer = what.form == "one" and " " in said  # of «رجل أمن» the case is not written
    return officer and what.whose in ARMS and what.whose == found.noun.whose


def common(one: Noun, two: Noun) -> Noun:
    """What is true of both: «13 قياديا وعنصرا» are fighters, «17 مسعفا وصحفيا» civilians of no one kind."""
    if one.whose == two.whose or one.whose in _GENERAL:
        subset = one.subset if one.subset == two.subset or one.whose in ARMS or {one.subset, two.subset} <= _MINORS else None
        return one._replace(whose=two.whose if one.whose in _GENERAL else one.whose, subset=subset)
    return one._replace(subset=None)

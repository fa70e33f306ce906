"""Agreeing: of two forces that a sentence names, the one with whose gender the ending of «من مقاتليها», «من عناصره» agrees."""

import re
from typing import TYPE_CHECKING

from agents.extract.parties.context import Context
from agents.extract.people.people import People
from agents.extract.words.spans import inside

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention

_FEMININE, _MASCULINE, _MANY = "ها", "ه", "هم"
_MEN = r"(?:عناصر|افراد|مسلحي|مسلحو|مقاتلي|مقاتلو|رجال|جنود)\s"
_HEAD = re.compile(rf"[وفبلك]{{0,2}}(?:{_MEN})?[وفبلك]?(?:ال|ل)?(?P<head>[\u0621-\u064a]{{2,}})")
_TITLE = re.compile(r"(?<!\S)((?:و|ل|ب)?(?:ال|ل)?(?:مي?لي?شيات?|جماعه|حركه|تنظيم|حزب|قوات|جيش))\s[\"«]?$")
_SAYS = re.compile(r"(?<!\S)[وف]?(?:[تي]?(?:قال|قول|علن|وكد|ذكر|فيد|وضح|شير)|اعلن|اكد|افاد|اوضح|اشار)(?:ت|وا)?\s")
_WENT_ON = re.compile(
    r"\s[وف](?:قتل|اصاب|جرح|اسر|اعتقل)(?:ت|وا)\s$"
)  # «صدت الفصائل هجوما للقوات، وقتلت عشرة من عناصرها»: no men of the first
_FEMALE = frozenset(["قوات", "فصائل", "كتائب", "وحدات", "سرايا", "مليشيات", "ميليشيات", "جماعات", "حركات", "قسد", "قوي"])
_MALE_LANDS = ("عراق", "لبنان", "مغرب", "اردن", "يمن", "سودان", "صومال", "نيجر")
_OURS = "نا"  # «قواتنا»
_MALE = frozenset(["جيش", "تنظيم", "حزب", "حشد", "داعش", "لواء", "فيلق", "تحالف", "حرس", "مجلس"])


def party(people: People, span: tuple[int, int], context: Context) -> str | None:
    """Whose men people are by their ending; None where of the forces named before them none agrees with it, or more than one.

    Who goes on with «and killed» did it to others.
    """
    own = people.noun.form == "own" and context.text.find("انتحاري", people.start, people.stop) < 0  # those whom the other sent
    suffix = ending(context.text[people.start : people.stop]) if own else _of_it(people, context.text)
    armed = _armed(people, span, context) if suffix else []
    if len({one.actor for one in armed}) < _SIDES:
        return None
    if _goes_on(people, context):
        told = _speaks(armed[0], span[0], context.text)
        armed = [one for one in armed if one.actor != armed[0].actor]
        if not told and len({one.actor for one in armed}) == 1:
            return armed[0].actor  # «هاجمت الحركة قاعدة للجيش وقتلت ستة من عناصرها»: of the base
    genders = {one.actor: _MASCULINE if _counted(one, context.text) else _gender_of(one, context.text) for one in armed}
    agreeing = [actor for actor, gender in genders.items() if gender == suffix]
    if not own and len(agreeing) > 1:
        return next(one.actor for one in reversed(armed) if one.actor in agreeing)  # «هجمات الجبهة على القوات أدت إلى مقتل 20 عنصرا منها»
    return agreeing[0] if len(agreeing) == 1 and "" not in genders.values() else None


def _of_it(people: People, text: str) -> str:
    """The pronoun of «30 عنصرا منها», «20 مقاتلا منه»: one force, and no people; "" where none stands."""
    found = _OF_IT.match(text, people.stop)
    return found[1] if found else ""


def other(people: People, span: tuple[int, int], context: Context) -> str | None:
    """«تسلل مسلحو الجماعة إلى مواقع الجيش وقتلوا أربعة منهم»: of two forces the one that is not the subject of «and killed», else None."""
    if not _goes_on(people, context):
        return None
    armed = _armed(people, span, context)
    if armed and _speaks(armed[0], span[0], context.text):
        return None  # «الجيش: الجماعة هاجمت نقطة وقتلت خمسة»
    sides = list(dict.fromkeys(one.actor for one in armed))
    return sides[1] if len(sides) == _SIDES else None


def of_them(people: People, span: tuple[int, int], context: Context) -> str | None:
    """«دفاعات الحوثيين الذين قتل منهم 20», «النار على جنود الجيش وقتل أحدهم»: the force named last that such a word agrees with.

    None where no such word stands, or other people were told of since («اعتقلت 30 شخصا وقتل منهم ثلاثة»).
    """
    text = context.text
    one_of = _ONE.match(text, people.start + len(people.particles))
    said = _OF_THEM.search(text, max(people.start - _REACH, span[0]), people.start) if text.endswith(_THEM, 0, people.start) else None
    named = context.actors_in(max(span[0], people.start - _ONE_REACH), people.start) if one_of or said else ()
    armed = (one for one in reversed(named) if one.cls not in ("civilians", "protesters"))
    if said:
        them = next((one for one in armed if gender(one, text) == said["them"]), None)
    else:
        them = next((one for one in armed if _SEVERAL.match(text, one.start, one.stop)), None)
    return them.actor if them and not inside(context.hits.get("victim", ()), them.stop, people.start) else None


def _armed(people: People, span: tuple[int, int], context: Context) -> "list[ActorMention]":
    """The forces named in a sentence before people."""
    named = context.actors_in(span[0], people.start)
    return [one for one in named if one.cls not in ("civilians", "protesters") and one.actor != "unknown"]


def _speaks(first: "ActorMention", start: int, text: str) -> bool:
    """Whether the force named first in a sentence only tells of it."""
    return text.startswith(":", first.stop) or _SAYS.search(text, start, first.start) is not None


def _goes_on(people: People, context: Context) -> bool:
    """Whether «and killed» stands right before people."""
    return _WENT_ON.search(context.text, max(people.start - _VERB, 0), people.start) is not None


def _counted(one: "ActorMention", text: str) -> bool:
    """«21 حوثيا»: whether men of a force are only counted by its name."""
    return one.cls != "state" and text.endswith("يا", one.start, one.stop) and not text.endswith("ليشيا", one.start, one.stop)


def _gender_of(one: "ActorMention", text: str) -> str:
    return _gender(text[_named_from(text, one.start) : one.stop])


def _named_from(text: str, start: int) -> int:
    """Where a name begins with the word for what it is: «ميليشيا الحوثي»."""
    title = _TITLE.search(text, max(start - _WORD, 0), start)
    return start if title is None else title.start(1)


_OF_IT = re.compile(r"\sمن(ها|ه)(?![\u0621-\u064a])(?!\sو)")  # not «20 مسلحا منها والتنظيم»
_THEM = (" منهم ", " منها ", " منه ")
_OF_THEM = re.compile(r"\s[وف]?(?:قتل|سقط|اصيب|جرح|اسر|استشهد|اعتقل|قضي)ت?\sمن(?P<them>هم|ها|ه)\s\Z")
_REACH = 20  # characters of a verb and «of them»
_ONE = re.compile(r"اح(?:د|دا)ه(?:م|ما|ن)(?![\u0621-\u064a])")
_ONE_REACH = 90  # characters back to those of whom one is
_SEVERAL = re.compile(r"[وفبل]{0,2}(?:ال|ل)?(?:جنود|عناصر|افراد|رجال|ضباط|\S+(?:ين|ون)(?!\S))")
_SIDES = 2
_WORD = 14  # characters of such a word
_VERB = 16  # characters of such a verb


def ending(word: str) -> str:
    """The pronoun that a word ends in, "" for none."""
    return next((one for one in (_FEMININE, _MANY, _MASCULINE) if word.endswith(one)), "")


def gender(one: "ActorMention", text: str) -> str:
    """The ending that means a force or a state named here: countries and capitals are feminine but for a few."""
    if one.rule == "actor.country":
        return of_land(text, one.start, one.stop)
    return _gender_of(one, text)


def of_land(text: str, start: int, stop: int) -> str:
    """The ending that means a country or capital named here."""
    return _MASCULINE if text.endswith(_MALE_LANDS, start, stop) else _FEMININE


def _gender(name: str) -> str:
    """The ending that means a force of this name; "" where that is not known."""
    found = _HEAD.match(name)
    head = found["head"].removesuffix(_OURS) if found else ""
    if head in _FEMALE or head.endswith("ه"):
        return _FEMININE
    return _MASCULINE if head in _MALE else _MANY if head.endswith(("ون", "ين")) else ""

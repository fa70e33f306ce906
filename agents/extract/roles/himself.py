"""Himself: «أعلن الجيش أنه قصف», «إن طائراتها نفذت»: who tells of an act says that he, or his own men, did it."""

import re
from collections.abc import Sequence

from agents.extract.acts import speech
from agents.extract.acts.events import armed
from agents.extract.acts.layers import Clause, Layers
from agents.extract.acts.trigger import Trigger
from agents.extract.parties import agreeing
from agents.extract.parties.context import of_office
from agents.extract.places.nearness import COUNTRY
from agents.extract.roles.parts import Parts
from agents.extract.words.letters import search
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import any_inside, inside

_MEN = "طائرات|مقاتلات|طيران|مروحيات|مسيرات|مدفعيت|دبابات|زوارق|بحريت|قوات|جيش|جنود|مقاتلي|مسلحي|عناصر|وحدات|دفاعات|رجال"
_ONE_OF = ("احدي", "احد", "بعض", "عددا من")  # before them
_THAT = re.compile(
    r"(?:\s[بل]?|(?<=\s)و)ان(?:"
    r"(?P<he>ه|ها|هم)|"
    rf"\s(?:(?:{'|'.join(_ONE_OF)})\s)?(?:{_MEN})(?P<whose>ها|هم|ه)(?:\sال\S+)?"
    r")\s(?:قد\s|كانت\sقد\s|كان\sقد\s)?"
)
_THAT_BY = ("انه", "ان\n", *(f"ان {one}" for one in (*_MEN.split("|"), *_ONE_OF)))  # letters without which it finds nothing
_SPOKESMAN = re.compile(r"(?:متحدث|ناطق)[\u0621-\u064a]*\s(?:(?:ال)?[\u0621-\u064a]+ي\s)?باسم\s[\"«]?(?:ميليشيات?\s|مليشيات?\s)?$")
_SPOKEN_OF = re.compile(r"(?:^|[\s\"«])[بل]?ان\s[\"«]?$")  # right before who a sentence that somebody tells is about
_LOOK = 40  # characters before a name in which that stands
_HARMED = ("killed", "wounded", "captured", "abducted")
_OBJECT = 12  # characters from such a verb to the people it befell
_SUFFERS = re.compile(r"(?:تعرض|[يت]تعرض|صد|تصد|[يت]تصد|[يت]صد)(?:ت|وا|ون|ي)?\s")  # «إن قواتها تعرضت لهجوم»


def names(layers: Layers, clause: Clause, live: Sequence[Trigger], parts: Parts, *, on: bool = False) -> None:
    """Gives the part of the doer to who speaks, where a verb of an act is that of «he» or of his own men.

    on: the clause goes on with what is said («وأن قواته هاجمت»), and has no verb of speech. Who was taken for the subject of that verb
    stands behind it and was struck: «إنها دمرت دبابة إسرائيلية».
    """
    text = layers.text
    found = parts.agent is not None and "roles.subject-after" not in parts.rules
    that = None if found else search(_THAT, _THAT_BY, text, clause.start, clause.stop)
    if that is None:
        return
    speaker = parts.speaker or _spokesman(layers, clause.start, that.start())
    if speaker is None and that["whose"] and text.startswith("وان", clause.start) and that.start() <= clause.start:
        speaker, on = _told_of(layers, clause, that["whose"]), True
    if not armed(speaker) or _SUFFERS.match(text, that.end()) or any(one.code == "suicide" for one in live):
        return
    if not on:
        said = next((one for one in reversed([*speech.verbs(layers, clause)]) if one.start < that.start()), None)
        if said is None or (that["he"] in ("ه", "ها") and (that["he"] == "ها") != _is_feminine(text, said)):
            return  # «أشارت السلطات إلى أنه فجر نفسه», «يشتبه بأنه قتل فتاة»: somebody else
    at = that.end()
    if parts.target is None and parts.agent is None and not any(any_inside(of, at, clause.stop) for of in (layers.places, layers.figures)):
        return  # «قال الجيش إن قواته دمرت مركبات»: of no place, and nobody was harmed
    does = any_inside(layers.hits.get("doing", ()), at, at + 1) and any(one.done or one.part == "verb" for one in live)
    he = that["he"]
    meant = he is None or _is_meant(layers, clause.start, that.start(), speaker or "", he)
    does = does or (meant and _harms(layers, at, speaker if he else None))
    if not does and not any(one.part in ("verb", "now") and one.start == at for one in live):
        return
    if parts.agent not in (None, speaker):
        parts.rules.remove("roles.subject-after")
        if parts.target is None:
            parts.target = parts.agent
            parts.rules.append("roles.object")
    if parts.target == speaker:
        return
    parts.agent = speaker
    parts.rules.append("roles.subject-before")


def _is_feminine(text: str, said: Hit) -> bool:
    """Whether a verb of speech has a feminine subject: «قالت», «تقول»."""
    word = text[said.start : said.stop].split(maxsplit=1)[0].lstrip("وف")
    return word.startswith("ت") or word.endswith("ت")


def _is_meant(layers: Layers, start: int, stop: int, speaker: str, he: str) -> bool:
    """Whether a pronoun has the gender of who speaks; «قال نشطاء المعارضة إنه قتل 40 شخصا» tells of nobody who did it."""
    text = layers.text
    return any(agreeing.gender(one, text) in ("", he) for one in inside(layers.actors, start, stop) if one.actor == speaker)


def _spokesman(layers: Layers, start: int, stop: int) -> str | None:
    """«الناطق باسم الجيش», «الرئيس التركي»: for whom a man speaks, by his office; None where it does not say so."""
    text = layers.text
    for one in inside(layers.actors, start, stop):
        if _SPOKESMAN.search(text, max(start, one.start - _LOOK), one.start):
            return one.actor
    nations = inside(layers.hits.get("nation", ()), start, stop)
    return next((f"gov:{one.value.partition('/')[0]}" for one in nations if of_office(text[start : one.start])), None)


def _told_of(layers: Layers, clause: Clause, whose: str) -> str | None:
    """«إن إسرائيل تخشى التصعيد وإن قواتها قتلت»: whose men a clause tells of that goes on, as its sentence said; None if nobody's."""
    text, start = layers.text, layers.sentences[clause.sentence][0]
    states = [
        (one.start, one.actor, agreeing.gender(one, text)) for one in inside(layers.actors, start, clause.start) if one.cls == "state"
    ]
    lands = [one for one in inside(layers.places, start, clause.start) if one.place.geo_precision == COUNTRY]
    states += [(one.start, f"gov:{one.place.country}", agreeing.of_land(text, one.start, one.stop)) for one in lands]
    told = (one for one in sorted(states, reverse=True) if _SPOKEN_OF.search(text, max(start, one[0] - _LOOK), one[0]))
    last = next(told, None)
    return last[1] if last is not None and last[2] == whose else None


def _harms(layers: Layers, at: int, he: str | None) -> bool:
    """«قتلت 12 مسلحا»: whether a verb of harm begins here, with people right behind it whom it befell; not «قتلوا في كمين».

    he: whose act it is where he himself is its subject; his own people he does not harm («قال الجيش إنه قتل ثلاثة من جنوده»).
    """
    verb = next((one for one in inside(layers.hits.get("harm", ()), at, at + 1) if one.value.startswith(_HARMED)), None)
    if verb is None or "/verb" not in verb.value:
        return False
    harmed = inside(layers.figures, verb.stop, verb.stop + _OBJECT)
    return bool(harmed) and harmed[0].party != he

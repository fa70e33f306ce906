"""Speech: the verbs of a clause by which somebody tells of something, and where what is told begins."""

import re
from collections.abc import Iterator

from agents.extract.acts.layers import Clause, Layers
from agents.extract.words.lexicon import Hit
from agents.extract.words.wordlists import any_of

_THEN = re.compile(r"[،,]?\s[\"«]?(?:ان|انه|انها|انهم|بان)\s")  # «… الخميس أن», «…، الجمعة، أن»
_BEGUN = re.compile(  # what is told has begun before, or something else is
    r"\s[\"«]?(?:[بل]?ان|انه|انها|انهم|الذي|التي|الذين|حيث|بعد|عقب|اثر|خلال|منذ|غداه|قبل)\s"
)
_JUDGED = re.compile(r"(?<![\u0621-\u064a])[وف]?(?:اعتبر|راي|رات)ت?\s")  # a verb by which somebody only says what he thinks of it
_BELONGS, _MARKS = "تابع ل", ' ،,.:؛\n"«»()-'  # what may stand before a word that begins to speak
_ARTICLE, _SAYINGS = "ال", ("كشف", "ذكر", "تحدث", "زعم", "نفي", "انباء", "نقل", "كذب", "قائل")  # nouns of speech, which may have one
_SOURCE = 140  # characters in which a verb of speech names who speaks, and when, before it goes on with «that»
_THAT = re.compile(
    rf"(?:^|[\s\"«])(?:(?<!اد[يت]\sالي\s)(?<!اسفر\sعن\s)(?<!سفرت\sعن\s)(?:{any_of('acts', 'death')}|{any_of('acts', 'hurt')})(?:\s|$)|"
    r"(?:ان|انه|انها|انهم|بان|بانه|عن|قوله|قولها|مسؤوليت(?:ه|ها|هم)|(?:ال)?مسؤوليه|ب(?!يان|عد|ين|شكل|حسب|اسم|وقت|تاريخ|لد[هات]|ني(?!\w)|يت(?!\w)|مدين|محافظ|ريف|قضا|ولاي|منطق|مديري|غداد|نغازي|جنوب|شمال|شرق|غرب|عث[هات]|لدي|شار(?!ك)|ريطان|اكستان|رلمان|وركينا|لجيك|ولند|وتين|اراك|نيامين|ومبيو|طريرك|كين(?!\w)|روكسل|اريس|لا(?!\w)|رس(?!\w)|ي(?!\w))\w*)(?:\s|$))"
)


def told(text: str, cues: list[Hit]) -> list[Hit]:
    """The cues without «تابع» that says whose a thing is («موقع تابع للحركة»), not that somebody went on («وتابع لافتا»).

    No verb has an article («المقر التابع للحركة», «إجراءات الأمن المشددة»); a noun of speech may («جرى الكشف عن»).
    """
    belongs = _BELONGS in text
    return [one for one in cues if not ((belongs and _belongs(text, one)) or _defined(text, one))]


def _defined(text: str, cue: Hit) -> bool:
    """Whether an article makes a noun or an adjective of what is a verb of speech without it."""
    return cue.proclitic.endswith(_ARTICLE) and not text.startswith(_SAYINGS, cue.entry_start)


def _belongs(text: str, cue: Hit) -> bool:
    """Whether «تابع» stands right behind a word, without «و», and «ل» right behind it."""
    here = not cue.proclitic and text.startswith(_BELONGS, cue.start)
    return here and text[max(cue.start - 2, 0) : cue.start].strip(_MARKS) != "" and text[cue.start - 1 : cue.start] == " "


def verbs(layers: Layers, clause: Clause) -> Iterator[Hit]:
    """The verbs and nouns of a clause whose subject is the source, in order."""
    return (cue for cue in layers.cues("attribution", clause) if cue.value.endswith("speech"))


def that(layers: Layers, clause: Clause, verb: Hit) -> int | None:
    """Where «that» stands behind a verb of speech: between both are who speaks, where and when; None where it says no such word."""
    found = _THAT.search(layers.text, verb.stop, min(verb.stop + _SOURCE, clause.stop))
    return found.start() if found else None


def told_on(text: str, verb: int, day: int, stop: int) -> bool:
    """«أعلن العقيد بدر كذا الخميس أن …»: whether a day, from ``day`` to ``stop``, is what stands last between a verb and its «that»."""
    return verb <= day <= verb + _SOURCE and _THEN.match(text, stop) is not None and _BEGUN.search(text, max(verb - 1, 0), day) is None


def judged_on(text: str, start: int, day: int, stop: int) -> bool:
    """«اعتبر الوزير، الجمعة، أن الهجوم …»: whether it is the day of an opinion on an act; start: of the clause."""
    if _THEN.match(text, stop) is None:
        return False
    verb = _JUDGED.search(text, start, day)
    return verb is not None and told_on(text, verb.end(), day, stop)

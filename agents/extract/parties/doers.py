"""Who harmed the people of a figure, as the words around it say."""

import re
from typing import TYPE_CHECKING

from agents.extract.harm.counts import Count
from agents.extract.harm.gaps import WHOSE
from agents.extract.parties.context import Context
from agents.extract.people.people import People
from agents.extract.words.wordlists import any_of, listed

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention

_MEN_OF = re.compile(  # «مسلحون من», «طائرة تابعة ل»: behind a verb, those who act
    rf"\s(?:\d+\s)?(?:{any_of('forces', 'doer')}|قوات(?=\s[^\s،,.:؛]+\sمن\s))"
    r"(?:\s(?:مجهولون|مسلحه|حربيه|مسيره|تابعه?|تابعون|من|ل\S{0,2}|ينتمون الي|ينتمي الي|(?:اخر(?:ي|ون|ين)|[^\s،,.:؛]{3,}ه)\sمن)){0,3}"
    r"\s[\"«ل]{0,2}"
)
_MEN = frozenset(word.split()[0] for word in listed("forces", "doer")) | {"قوات"}
_BY = re.compile(
    r"(?:علي (?:يد|ايدي)|في (?:قبضه|ايدي|يد)|برصاص|بنيران|من قبل|بقصف|بغار\w+|بيد|بايدي|من جانب|نفذ\w*|شن\w*|"
    r"(?:نصب|زرع|فجر)ت?(?:ه|ها)|تبن(?:ا|ت)(?:ه|ها))\s+(?:\S+\s+){0,3}[\"«]?$"
)
TAUGHT = re.compile(r"\s(?:ي?تدرب\w*|تدريب\w*|تعلم\w*|تاسس\w*|تخرج\w*)\s[^\s]*$")  # «تدربوا على يد الجيش» is no harm
_PREPOSITION = re.compile(r"(?:^|\s)(?:في|علي|من|الي|مع|ضد|عن|بين|خلال|ل\S*)\s")
_UPON = re.compile(r"\s(?:امس\s|اليوم\s)?علي\s(?:نحو\s|اكثر من\s)?$")
_AGAINST = re.compile(r"\s(?:ضد|استهدف\S*|مع|علي(?!\sيد|\sايدي)|في(?!\sقبضه|\sايدي|\sيد))\s(?:\S+\s)?[\"«]?$")
_HARMED = frozenset(["killed", "wounded", "captured", "abducted"])
_DID = re.compile(r"\s(?:قتل|اعدم|ذبح|اغتال|اصاب|جرح|خطف|اختطف|اسر|اعتقل|احتجز)ت?(?:ه|ها|هم|هما|هن)\s(?:امس\s)?[\"«]?")
_REACH = 70
_KINDS = ("verb", "active", "on")  # of words of harm that have who did it behind them
_OBJECTS = frozenset(f"figure.{kind}.{measure}" for kind in _KINDS for measure in ("killed", "wounded", "captured", "abducted"))
_SUBJECT = re.compile(rf"\s[^\s،.]+{WHOSE.pattern}(?:[^\s،.]+\s)?[\"«]?")  # «قتل مسلحون يشتبه بانتمائهم إلى الجماعة ثلاثة»
_QUOTES = ' "«»)('
_BETWEEN = 5  # words between who harms people and their number
_NOUN = re.compile(r"(?:^|\s)(?:عن|من|في|علي|الي|بعد|قبل|اثر|عقب|خلال|تم|جري|ان)\s$")
_THAT_THEY = re.compile(
    r"\sان(?:ها|ه|هم)\s$|\sان\s(?:مقاتلي|مسلحي|قوات|عناصر|رجال)(?:ه|ها)\s(?:(?!ان|الذين|عندما|بعد)[^\s،.]+\s){0,7}?$"
)  # «إن مقاتليه هاجموا حاجزا وقتلوا 20»
_THAT_REACH = 60  # characters
_MANAGED = re.compile(
    rf"(?:{any_of('acts', 'managing')})\S*\s(?:[^\s،.]+\s){{0,6}}(?:من|في)\s(?:ال)?$"
)  # «تمكنت الجماعة من أسر 11 مسلحا»: no men of hers
_MANAGED_REACH = 70
_RIGHT_BEFORE = 5  # characters from who managed to the verb for it: «قد», an adverb
_BACKED = re.compile(  # «قتل الجيش بالتعاون مع فصائل كذا خمسة»: who helped
    r"^\s(?:بالتعاون|بالتنسيق|بالاشتراك|بالتنسيق والتعاون)\s(?:الكامل\s|المباشر\s)?مع\s(?:[^\s،.]+\s){1,4}"
)
_WITH = re.compile(r"\s(?:مع|الي جانب|برفقه|بعد|اثر)\s")


def men_of(text: str, start: int, stop: int) -> bool:
    """Whether between a verb and a name stands only who acts for that: «مسلحون من», «طائرة تابعة ل»."""
    words = [word for word in text[start:stop].split(None, 2)[:2] if not word.isdecimal()]
    return bool(words) and words[0] in _MEN and _MEN_OF.fullmatch(text, start, stop) is not None


def killed_by(text: str, start: int, stop: int) -> bool:
    """«مقتل عناصر مسلحة على يد …»: whether right before a name words say that those counted before it fell to it."""
    return 0 < stop - start <= _REACH and _BY.search(text, start, stop) is not None


def maker(people: People, stop: int, context: Context) -> str:
    """«قيادي في هجوم شنه التنظيم»: who is named first behind people, up to an offset, as who made the act in which they fell; else ""."""
    first = next(iter(context.actors_in(people.stop, min(people.stop + _REACH, stop))), None)
    if first is None or not killed_by(context.text, people.stop, first.start):
        return ""
    return "" if _AGAINST.search(context.text, people.stop, first.start) else first.actor


def agent(count: Count, sentence: int, context: Context) -> "ActorMention | None":
    """The actor said to have done it: «على يد …», «برصاص …», the subject of an active verb; None where none is."""
    start, stop = context.sentences[sentence]
    people, word, text = count.people, count.harm, context.text
    behind = context.actors_in(people.stop, min(people.stop + _REACH, stop))
    by_whom = ((one, _BY.search(text, people.stop, one.start)) for one in behind)
    struck = next((one for one, by in by_whom if by and not TAUGHT.search(text, people.stop, by.start())), None)
    if (did := whose_victims(count, stop, context) or struck) is not None:
        return did
    if word is not None and word.kind == "on" and word.start < people.start:
        return next((one for one in context.actors_in(word.start, people.start) if _upon(one, count, text)), None)
    if word is None or word.kind not in ("verb", "active") or word.start > people.start or people.particles[:1] == "و":
        return None  # «قتل القيادي في التنظيم وثلاثة من مساعديه»: with whom fell who stands between
    for actor in context.actors_in(max(start, word.start - 30), people.start):
        if actor.start >= word.stop and (
            not _PREPOSITION.search(text, word.stop, actor.start)
            or men_of(text, word.stop, actor.start)
            or _SUBJECT.fullmatch(text, word.stop, actor.start)
        ):
            return actor
        if actor.stop <= word.start and word.start - actor.stop <= 3 and word.proclitic == "":
            return actor
    return None


def whose_victims(count: Count, stop: int, context: Context) -> "ActorMention | None":
    """«خمسة مدنيين قتلهم التنظيم»: who stands right behind a verb of harm, up to an offset, whose object is people told of before it."""
    done = _DID.match(context.text, count.people.stop, stop) if _HARMED.intersection(count.measures) else None
    named = next(iter(context.actors_in(done.end() - 1, done.end() + 2)), None) if done else None
    return named if named is not None and named.cls not in ("civilians", "protesters") else None


def _upon(actor: "ActorMention", count: Count, text: str) -> bool:
    """«قضت مفرزة للجيش على إرهابي»: whether who stands right behind a verb, or whose men do, did it to the people behind «على»."""
    people, word = count.people, count.harm
    if word is None or actor.start <= word.start or actor.stop > people.start:
        return False
    ahead = text[word.stop : actor.start]
    return len(ahead.split()) <= 1 and _UPON.search(text, actor.stop - 1, people.start) is not None


def subject(count: Count, sentence: int, context: Context) -> str:
    """Who is the subject of the verb whose object people are («قتلت الحركة عشرة مسلحين», «قالت الحركة إنها قتلت عشرة مسلحين»), else ""."""
    word, text = count.harm, context.text
    if word is None or word.kind not in _KINDS:
        return ""
    doer = agent(count, sentence, context)
    if doer is not None and harms(doer, count, text):
        return doer.actor
    start = context.sentences[sentence][0]
    told = _THAT_THEY.search(text, max(start, word.start - _THAT_REACH), word.start)
    before = context.actors_in(start, told.start() + 1) if told else ()
    return before[-1].actor if before else ""


def managers(count: Count, span: tuple[int, int], context: Context) -> set[str]:
    """«تمكنت الجماعة من أسر 11», «إن الثوار تمكنوا من قتل 28»: who managed the harm, none of whose men these are; none where nobody did."""
    harm = count.harm
    managed = _MANAGED.search(context.text, max(span[0], harm.start - _MANAGED_REACH), harm.start) if harm else None
    if harm is None or managed is None:
        return set()
    behind = {one.actor for one in context.actors_in(managed.start(), harm.start)}
    before = context.actors_in(span[0], managed.start()) if not behind else ()
    return behind or {one.actor for one in before[-1:] if managed.start() - one.stop <= _RIGHT_BEFORE}


def harms(actor: "ActorMention | None", count: Count, text: str) -> bool:
    """«قتل التنظيم أمس خمسة», «أن التنظيم قتل خمسة»: whether an actor is the subject of the verb whose object the people are.

    A verb of killing is written as its noun; behind a preposition it is one, whose object stands next to it.
    """
    people, word = count.people, count.harm
    if actor is None or word is None or word.kind not in _KINDS or count.rules[0] not in _OBJECTS:
        return False
    if word.kind == "on":
        return _upon(actor, count, text)
    if actor.stop <= word.start:
        return not text[actor.stop : word.start].strip(_QUOTES) and not _PREPOSITION.match(text, word.stop, people.start)
    if actor.start < word.stop or actor.stop > people.start:
        return False
    between = _BACKED.sub(" ", text[actor.stop : people.start])
    noun = text[word.stop - 1] != "ت" and _NOUN.search(text, max(word.start - 12, 0), word.start) is not None
    return "،" not in between and len(between.split()) <= (0 if noun else _BETWEEN) and not _WITH.search(between)

"""Subjects: the people before a verb of harm, whom it tells of («أن خمسة جنود قتلوا»)."""

import re

from agents.extract.harm import moves
from agents.extract.harm.counts import Count, Line
from agents.extract.harm.gaps import STOP, TIME
from agents.extract.harm.harm import DONE, HURT, Harm
from agents.extract.named import stated
from agents.extract.people.people import People
from agents.extract.people.victims import FIGHTERS

_STARTS = re.compile(r"(?:^|[.\n:،\"«(]|(?:^|\s)[وفب]?(?:ان|حيث|لكن|كما|فيما|بينما|و))\s*$")
_WAS = re.compile(r"(?:^|\s)[وف]?كانت?\s$")  # «وكان جنديان قد قتلا برصاص», not «كان مسلحون قتلوا بالرصاص امرأة»
_JOINED_ON = frozenset(["figure.chained", "figure.besides"])  # of whom a verb right behind may say something else
_DID = re.compile(r"\s(?:ممن|ه(?:و|ي|م|ما)\s(?:من|الذي|التي|الذين))\s$")
_WHO = re.compile(r"\s(?:الذي|التي|الذين|اللذين|اللذان|اللاتي|اللواتي|من)\s$")
_KINDS = re.compile(r"[\s،]*\sبين\s\S+\s")  # «ثلاثين مسلحا، بين قائد ومقاتل، لقوا حتفهم»
_ONE_IS = ("احدهما ", "احدهم ", "احداهما ", "احداهن ")  # «أن جنديين أحدهما ضابط قتلا»
_DAYS = TIME | {"امس", "اليوم"}
_MANNER = frozenset(["بالرصاص", "رميا", "ذبحا", "طعنا", "خنقا", "شنقا", "حرقا", "بسكين", "بالسكاكين"])  # how, before whom
_WHERE = re.compile(r"\s(?:في|قرب|شمال|جنوب|شرق|غرب|وسط|داخل)\s(?:[^\s،,.:؛]+\s){1,3}")  # of a deed, before whom it befell
_WHERE_REACH = 30  # characters
_DAY, _TEN = 2, 10
_BEFORE_REACH, _ALONE_REACH, _BARE_REACH, _DUAL_REACH, _OF_REACH = 110, 40, 15, 40, 45  # characters between people and a verb
_IN_WHICH = (" فيه ", " فيها ", " خلاله ", " خلالها ")
_OF_WORDS = 5
_HUNDRED = 100  # what a number of so many counts stands in the singular
_PAIR, _PAIR_WORDS = 2, 2  # counts, and words between them
_SORTED = 3  # counts: how many, and of which two sorts
_NAME_WORDS = 3  # of the force whose some of them are


def subject_of(line: Line, word: Harm, ahead: People | None) -> Count | None:
    """The people before a verb that it tells of; None where it awaits those behind it."""
    if (
        word.proclitic
        or word.measure == "none"
        or line.negated(word.start)
        or _DID.search(line.before(word.start, 10))
        or _there(line, word)
    ):
        return None  # «50 شخصا ممن قتلوا» are of those who were told of before; «أحد الحراس هو من قتله» did it
    object_ahead = (
        ahead is not None
        and word.kind == "verb"
        and (ahead.start - word.stop <= 2 or _object_later(line, word, ahead))
        and (not ahead.particles or (ahead.particles == "ال" and ahead.noun.form == "one"))  # «أن مسلحين اغتالوا القاضي محمود»
        and "،" not in line.text[word.stop : ahead.start]  # «17 شخصا قتلوا، 12 جنديا …»
        and not (word.person != "one" and line.text.startswith(_ONE_IS, ahead.start))  # «أن شخصين قتلا أحدهما جندي»
    )
    count = _candidate(line)
    if (
        count is None
        or object_ahead
        or _killed_elsewhere(line, word, ahead, count.people)
        or _abduct(word, count.people)
        or (word.kind == DONE and not _done_now(line, word, count))
    ):
        return None
    reach = 3 if count.measures else _BEFORE_REACH if count is not line.last else _reach(line, count.people, word)
    if word.start - count.people.stop > reach or STOP.search(line.text, count.people.stop, word.start):
        return None
    if line.text.find(" ان ", count.people.stop, word.start) >= 0:
        return None  # «أبلغه أحد أبنائه أن الجندي أصيب»
    if _as_one(word, count.people) and word.start - count.people.stop > 1:
        return None
    first = _one_of_pair(line, count, word)
    fits = (first is not None or _some(line, word, count.people) or _agrees(word, count.people)) and moves.may_move(word, count.people)
    return count if fits and _may_begin(line, (first or count).people, word.start - count.people.stop) else None


def _there(line: Line, word: Harm) -> bool:
    """«روى جندي تجاربه في الصراع الذي قتل فيه العشرات»: whether whoever was killed in that stands behind the verb."""
    return line.text.startswith(_IN_WHICH, word.stop) and line.text.endswith((" الذي ", " التي "), 0, word.start)


def _abduct(word: Harm, people: People) -> bool:
    """«مسلحون يخطفون حافلة تقل 17 راكبا»: whether armed men stand before a verb of abduction: to them it is hardly ever done."""
    return word.measure == "abducted" and not people.counted and people.noun.whose in FIGHTERS


def _killed_elsewhere(line: Line, word: Harm, ahead: People | None, people: People) -> bool:
    """«وكان مسلحان قد قتلا قرب المدينة جنديا»: whether armed men whom no number counts did it, to whom stands behind the place."""
    if ahead is None or word.kind != "verb" or people.counted or people.noun.whose not in FIGHTERS or ahead.noun.measure:
        return False
    near = ahead.start - word.stop <= _WHERE_REACH and not ahead.particles and (ahead.counted or ahead.noun.form == "accusative")
    return (
        near and _WAS.search(line.before(people.start, 8)) is not None and _WHERE.fullmatch(line.text, word.stop, ahead.start) is not None
    )


def _done_now(line: Line, word: Harm, count: Count) -> bool:
    """«أن 20 مسلحا تم القضاء عليهم»: not «الخمسة الذين ألقي القبض عليهم», nor «طائرة تحمل 30 مقاتلا جرى أسرهم», of whom else is told."""
    if count.people.definite or _WHO.search(line.before(word.start, 8)):
        return False
    at = len(line.counts) - 1  # the first of those who are joined
    while at > line.first and line.counts[at].people.particles[:1] == "و":
        at -= 1
    return _STARTS.search(line.before(min(line.counts[at].people.start, count.people.start), 8)) is not None


def _object_later(line: Line, word: Harm, ahead: People) -> bool:
    """«أن مسلحين قتلوا الجمعة خمسة مدنيين»: whether only a day stands between a verb and people it harmed."""
    words = line.text[word.stop : ahead.start].split()
    if 0 < len(words) <= _DAY and all(one in _MANNER or one in _DAYS for one in words) and word.person != "one":
        return ahead.counted or ahead.noun.form != "many"  # «أن مسلحين قتلوا بالرصاص طبيبة», «اغتالوا فجر اليوم المرشح»
    return ahead.counted and 0 < len(words) <= _DAY and all(one in _DAYS for one in words) and not line.text.startswith(" من", ahead.stop)


def _candidate(line: Line) -> Count | None:
    """The last people, or those they are part of; told of already only if merely joined to others."""
    last = line.last
    if last is not None and not last.people.counted and len(line.counts) - line.first > 1:
        whole = line.counts[-2]  # «أن مقاتلين من قوات النظام قتلوا»: of whom they are stands behind
        if not (whole.people.counted or whole.measures or last.measures) and line.text[whole.people.stop : last.people.start] == " من ":
            return whole
    if last is not None and not last.people.counted and last.people.particles[:1] == "و" and len(line.counts) - line.first > 1:
        whole = line.counts[-2]  # «1087 من مسلحي وقادة الجماعة قتلوا»
        both = last.people.high is None or (whole.people.low or 1) % _HUNDRED == 0  # «400 مسلح ومدني غادروا», not «خمسة جنود وطفلا قتلوا»
        near = both and last.people.start - whole.people.stop <= 1
        kinds = near or _KINDS.fullmatch(line.text, whole.people.stop, last.people.start)
        if whole.people.counted and not whole.measures and kinds and whole.part_of is None:  # not «بينهم ثلاثة أطفال وامرأة»
            return whole
        if (sorts := _of_two_sorts(line)) is not None:
            return sorts
    if last is not None and line.text.startswith(_ONE_IS, last.people.start) and len(line.counts) - line.first > 1:
        whole = line.counts[-2]
        if not whole.measures and line.text[whole.people.stop : last.people.start].strip(" ،") == "":
            return whole
    if last is not None and line.says_who(len(line.counts) - 1) and not line.counts[-2].measures:
        return line.counts[-2]  # «12 شخصا معظمهم أطفال لقوا مصرعهم»
    if last is not None and last.part_of is not None and last.part_of >= line.first and last.people.noun.whose:
        parent = line.counts[last.part_of]
        last = last if parent.measures else parent
    return last if last is not None and (not last.measures or not _JOINED_ON.isdisjoint(last.rules[-1:])) else None


def _of_two_sorts(line: Line) -> Count | None:
    """«أن 21 شخصا بين عسكريين ومدنيين أصيبوا»: those counted, behind whom «between» two plurals only says of which sorts they are."""
    if len(line.counts) - line.first < _SORTED:
        return None
    whole, one, two = line.counts[-_SORTED:]
    counted = whole.people.counted and not (whole.measures or one.measures or one.people.counted) and whole.part_of is None
    between = line.text[whole.people.stop : one.people.start].strip("، ") == "بين" and two.people.start - one.people.stop <= 1
    return whole if counted and between else None


def _reach(line: Line, people: People, word: Harm) -> int:
    dual = people.noun.form == "two" or (people.noun.form == "either" and not people.counted and word.person == "two")
    if dual and people.noun.whose:
        return _DUAL_REACH  # «أن عنصرين من وحدات الحماية قضوا»
    of = line.text[people.stop : word.start].split(None, _OF_WORDS)
    if people.noun.form == "accusative" and of and of[0].endswith("ا"):
        of = of[1:]  # «أن قياديا كبيرا في الجماعة قتل في غارة»
    if not people.counted and of and of[0] in ("من", "في") and len(of) < _OF_WORDS and stated.BEFELL.match(line.text, word.stop):
        return _OF_REACH  # «أن جنودا من الجيش السوري قتلوا في غارة»
    return _BARE_REACH if not people.counted else _BEFORE_REACH if people.noun.whose else _ALONE_REACH


def _one_of_pair(line: Line, count: Count, word: Harm) -> Count | None:
    """«أن رجلا وامرأة قتلا», «أن طفلين وامرأة قتلوا»: the first of those who are joined right before a verb of all of them."""
    people = count.people
    if (
        word.person not in ("two", "many")
        or people.counted
        or people.high is None
        or people.particles[:1] != "و"
        or count is not line.last
        or len(line.counts) - line.first < _PAIR
    ):
        return None
    first = line.counts[-2]
    near = len(line.text[first.people.stop : people.start].split()) <= _PAIR_WORDS and first.people.noun.whose
    pair = first.people.high == people.high == 1
    fits = pair == (word.person == "two") and first.people.high is not None
    return first if near and fits and not first.measures and first.part_of is None else None


def _agrees(word: Harm, people: People) -> bool:
    one, two = people.high == 1 or _as_one(word, people), people.low == 2 and people.high in (2, None)
    return {"one": one, "two": two, "many": not one}.get(word.person, False)


def _as_one(word: Harm, people: People) -> bool:
    """«أكثر من 1400 فلسطيني أصيب»: behind a number from eleven on, whose noun is a singular, a verb may be one too."""
    if not people.counted or word.person != "one" or word.measure not in HURT:
        return False
    return (people.low or 0) > _TEN and people.noun.form in ("one", "accusative")


def _some(line: Line, word: Harm, people: People) -> bool:
    """«أن عددا من المسلحين قتل»: a verb in the singular is of the number."""
    some = word.person == "one" and word.measure in HURT and people.rule == "number.vague" and bool(people.noun.whose)
    name = line.text[people.stop : word.start]
    return (
        some and "،" not in name and len(name.split()) <= _NAME_WORDS and line.text.startswith("عدد", people.start + len(people.particles))
    )


def _may_begin(line: Line, people: People, reach: int) -> bool:
    """Whether people may be a subject: counted, or at the beginning of a statement («أن طفلا قتل», not «هجوم مسلح قتل فيه»)."""
    if people.counted:
        return True
    if people.noun.form == "accusative" and reach <= 1:
        return True  # «نقلوا شابا أصيب»
    before = line.before(people.start, 8)
    exactly = people.high == 1 or (people.low == people.high == _PAIR and people.noun.form in ("two", "either"))
    starts = _STARTS.search(before) or (exactly and _WAS.search(before))
    return people.particles in ("", "و", "ف") and bool(starts)

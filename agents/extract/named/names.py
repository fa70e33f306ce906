"""Names: how many people a row of names names («كل من أحمد سالم ومحمد علي», «الشبان أحمد سالم ومحمد علي وعلي نصار»)."""

import re

from agents.extract.harm.gaps import AWAY, CLAUSE, OPEN, TIME
from agents.extract.named import kinfolk
from agents.extract.words.numerals import FEW_BEGIN
from agents.extract.words.wordlists import listed

_EACH = re.compile(r"\s(?:كل|كلا)\sمن\s?:?(?=\s)")
_AGE = re.compile(r"\s?\(?(?:البالغ\S*\s(?:من العمر\s)?)?[0-9]{1,2}\s?(?:عاما|عام|سنه|سنوات|اعوام)\)?(?![\u0621-\u064a])")
_WORD = re.compile(r"(،?)\s[\"«]?([\u0621-\u064a]+)[\"»]?(?![\u0621-\u064a])")
_WITH_WAW = re.compile(r"و(?:ليد|سام|ائل|سيم|جدي|جيه|فاء|داد|ديع|حيد)$")  # names whose own letter it is
_NO_NAME = re.compile(  # words that go on with the sentence behind «و»
    rf"و(?:ال|ا?صيب|اصاب|جرح|قتل|استشهد|اعتقل|اعتقال|خطف|اختطف|تم|جري|ذلك|اضاف|قال|اشار|اكد|نقل|لاذ|عدد|احد|اثن|{FEW_BEGIN}|"
    rf"اخر|جميع|{kinfolk.OWN}|علي\s(?:يد|ايدي)|عثر|شيع|دفن|هما|بعد|قبل|(?:ما|من|في|كل|لم|لا|ليس|كان|قد|هو|هم|فر)(?![\u0621-\u064a]))"
)
_STOP = AWAY | CLAUSE | TIME | OPEN | listed("barenames", "how")
_CLITIC = re.compile(r"ب(?!لال|اسم|اسل|در|شار|سام|شير|كر|هاء|راء|رهان|سمه|تول)|لل|ال[\u0621-\u064a]+(?:ين|ون|ات)$")
_WORDS, _MOST = (2, 5), 12  # of one name; names


def each_of(text: str, at: int) -> tuple[int, int]:
    """How many are named behind «كل من», and where the last name ends; 0 where these do not follow."""
    each = _EACH.match(text, at)
    return row(text, each.end()) if each else (0, at)


def row(text: str, at: int) -> tuple[int, int]:
    """How many full names stand in a row from a place, each joined by «و», and where they end; 0 where fewer than two do."""
    words, names, stop = 0, 0, at
    while names <= _MOST:
        word = _WORD.match(text, at)
        said = word.group(2) if word else ""
        joins = said.startswith("و") and not _WITH_WAW.match(said)
        if word is None or (word.group(1) and not joins) or _goes_on(said, text, word.start(2)):
            break
        if joins:
            if _NO_NAME.match(text, word.start(2)) or not _WORDS[0] <= words <= _WORDS[1]:
                break
            names, words = names + 1, 0
        at, words = word.end(), words + 1
        if age := _AGE.match(text, at):
            at = age.end()
        stop = at
        if words > _WORDS[1]:
            return 0, stop  # no name is so long
    last = _WORDS[0] <= words <= _WORDS[1]
    return (names + 1, stop) if names and last else (0, stop)


def _goes_on(said: str, text: str, at: int) -> bool:
    """Whether a word is no part of a name: «علي» is one where no hand follows."""
    if said == "علي":
        return text.startswith(("علي يد", "علي ايدي", "علي متن", "علي حاجز", "علي طريق"), at)
    return said in _STOP or _CLITIC.match(said) is not None

"""Governments: capitals that the words right before them make the subject of something, and that are no place then («كما سمتها أنقرة»)."""

import re

from agents.extract.words.wordlists import listed

_LOOK = 45  # characters before a name in which the three words before it stand
_NOUNS = listed("place-cues", "state-noun")  # «رفض بغداد», «قيام أنقرة بشن»
_WAS = frozenset(["كانت", "تكون"])  # «وهو ما كانت أنقرة تتردد فيه», not «كانت مقديشو شهدت»
_ENDURES = listed("place-cues", "state-endures")  # «الهجمات التي شهدتها كابول»: verbs of what befell a city, and nouns with a pronoun
_THAT = frozenset(["التي", "الذي", "الذين", "اللذين", "اللتين", "ما", "وما", "كما", "وكما", "مما", "لما", "بما", "حسبما", "بعدما", "عندما"])
_OBJECT = re.compile(r"[وف]?(ت\S{2,}|\S{2,}ت)(?:ها|هما|هم|ه)")  # a feminine verb with its object: «تطوره دمشق», «هربته طهران»
_VERB = re.compile(r"[وف]?(ت\S{2,}|\S{2,}ت)")  # «التي ترى فيها أنقرة», «أعلنت عنه دمشق»
_TO = re.compile(r"(?:في|عن|ب|ل|إلي|على|علي|من)(?:ه|ها|هما|هم)")
_MASDAR = re.compile(r"ت\S{2}ي\S|م\S+|است\S+ت|ا\S{2}\Sات")  # «تحريرها عدن», «محاصرته دمشق», «استعادتها صنعاء»: what is done to a city


def of_state(clean: str, text: str, start: int, stop: int) -> bool:
    """Whether the word before a capital has its government for its subject; clean, text: unfolded and folded, start, stop: of the name."""
    before = text[max(start - _LOOK, 0) : start].split()[-3:] if text[start - 1 : start] == " " else []
    if not before:
        return False
    last = before[-1]
    if last.lstrip("وف") in _WAS:
        behind = [one for one in text[stop : stop + _LOOK].split()[:2] if one != "قد"]
        return bool(behind) and _VERB.fullmatch(behind[0]) is not None and not _endures(behind[0])
    if last in _NOUNS or last[1:] in _NOUNS:
        return True
    if len(before) > 1 and _TO.fullmatch(last):
        verb = before[-2]
        return _VERB.fullmatch(verb) is not None and not _endures(verb)
    done = _OBJECT.fullmatch(clean[start - 1 - len(last) : start - 1])
    if done is None or _endures(last) or _endures(done[1]):
        return False
    return (len(before) > 1 and before[-2] in _THAT) or _MASDAR.fullmatch(done[1]) is None


def _endures(word: str) -> bool:
    return word in _ENDURES or word[1:] in _ENDURES

"""Epithets: «هجوم عنيف صاروخي» is what «هجوم صاروخي» is, whatever word stands between the noun of an act and the one that says its kind."""

import re
from collections.abc import Sequence

from agents.extract.words.lexicon import Hit

_VAGUE = frozenset(["assault/noun", "strike/noun"])
_ATTACKS = _VAGUE | {"air/noun", "shell/noun"}
_GAS = re.compile(r"\s(?:ال)?(?:كيماوي|كيميائي)(?:ه|ا)?(?![\u0621-\u064a])")
_KINDS = {  # stems of adjectives, by what they make of an attack
    "جوي": "air",
    "صاروخي": "shell",
    "مدفعي": "shell",
    "بري": "clash",
    "واسع": "clash",
    "مضاد": "clash",
    "معاكس": "clash",
    "انتحاري": "suicide",
    "تفجيري": "blast",
    "كيماوي": "chemical",
    "كيميائي": "chemical",
}
_KIND = "|".join(_KINDS)
_NEXT = re.compile(  # one or two adjectives of the noun, and one of its kind that ends as they do
    rf"\s(?!(?:{_KIND})|ال|لل?|[بو]ال|علي\s|في\s|من\s|الي\s|ضد\s|قرب\s|عن\s|بعد\s)[\u0621-\u064a]{{3,}}(?P<end>[اه]?)(?:\s[\u0621-\u064a]{{3,}}(?P=end))?"
    rf"\sو?(?P<kind>{_KIND})(?P=end)(?![\u0621-\u064a])"
)
_ARMS = "ترسان|مخزون|اسلح|سلاح|منشا|قدرات|مواقع"  # what is struck, and what kind of arms it holds: «الضربات الترسانة الكيميائية»
_NEXT_THE = re.compile(
    rf"\sال(?!{_KIND}|{_ARMS})[\u0621-\u064a]{{3,}}(?P<end>ه?)(?:\sال(?!{_ARMS})[\u0621-\u064a]{{3,}}(?P=end))?\s(?:و?ال)(?P<kind>{_KIND})(?P=end)(?![\u0621-\u064a])"
)
_OF_SOMEBODY = ("ه", "ا", "م")  # how such a noun ends
_NEXT_ITS = re.compile(rf"\sال(?!واسع)(?P<kind>{_KIND})ه?(?![\u0621-\u064a])")  # «ضرباتها الجوية»


def joined(text: str, events: Sequence[Hit]) -> list[Hit]:
    """The events; those of an attack whose kind another adjective parts from it are of that kind, and no verbs («قصفا عنيفا مدفعيا»)."""
    exact = [_exact(text, one) if one.value in _ATTACKS else one for one in events]
    nouns = {one.start for one, was in zip(exact, events, strict=True) if one.stop != was.stop}
    return [one for one in exact if one.start not in nouns or one.value.endswith("/noun")]


def _exact(text: str, hit: Hit) -> Hit:
    if hit.value not in _VAGUE:  # «هجمات جوية كيماوية»
        gas = _GAS.match(text, hit.stop)
        return hit if gas is None else hit._replace(value="chemical/noun", stop=gas.end())
    end = text.find(" ", hit.entry_start, hit.stop)  # «هجوم عنيف» is a phrase itself
    the = hit.proclitic.endswith("ال") or text.startswith("ال", hit.entry_start)
    if not the and text.startswith(_OF_SOMEBODY, hit.stop - 1) and (its := _NEXT_ITS.match(text, hit.stop)):
        return hit._replace(value=f"{_KINDS[its['kind']]}/noun")  # and ends as before, for whose it is is asked of it
    said = (_NEXT_THE if the else _NEXT).match(text, end if end > 0 else hit.stop)
    return hit if said is None else hit._replace(value=f"{_KINDS[said['kind']]}/noun", stop=said.end())

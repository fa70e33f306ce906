"""Afterwards: where a sentence tells an act and an older one, each with a day of its own, or one in protest at the other."""

import re
from collections.abc import Iterator, Mapping, Sequence

from agents.extract.harm.harm import sure
from agents.extract.words.letters import among, search
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import any_inside, inside
from agents.extract.words.wordlists import any_of

_AFTER = re.compile(r"(?:بعد(?:ما)?|عقب|في اعقاب)\s")  # what stands before is looked at then
_AFTER_BY = ("بعد", "عقب", "اعقاب")  # letters without which it finds nothing, as those of protest below
_FRONTED = re.compile(  # «وردا على قصف كذا، نفذت الطائرات غارات», «وبينما قصف الجيش كذا، هاجم المسلحون كذا»
    r"[\"«]?و?(?:(?P<after>بعيد|بعد|عقب|في اعقاب|اثر)|ردا علي|غداه|قبل|بينما|فيما|في حين|في الوقت الذي|في وقت(?!\sسابق)|"
    r"(?:بالتزامن|تزامنا|بالتوازي) مع|بموازاه|مع (?:استمرار|تواصل|تصاعد)|علي وقع|(?:بال)?اضافه الي|الي جانب|فضلا عن|"
    r"(?:اما\s)?في\s(?:[^\s،,.:؛]+\s){0,4}?[^\s،,.:؛]+[،,]?\s(?:التي|الذي|حيث))\s"  # «وفي كذا التي شهدت معارك، سيطر الجيش على كذا»
)
_DOES = frozenset(["did", "befell", "anew", "managed", "took"])  # values of verbs that tell of an act with the noun behind them
_PROTEST = re.compile(r"(?:احتجاجا علي|للاحتجاج علي|تنديدا|للتنديد|استنكارا)\s")
_PROTEST_BY = ("احتجاج", "تنديد", "استنكار")
_FIGHT = "clash/"
_DAYS = ("day:", "weekday:", "night:", "month:")
_COUNTED = re.compile(r"(?<=[\s،])و(?:قبل|بعد)(?:ها|ه|هما|هم|\s(?:ذلك|هذا))\sب")  # «وقبلها بثلاثة أشهر أعدمت»: on another day
_COUNTED_BY = ("قبلها ب", "بعدها ب", "قبله ب", "بعده ب", "قبل ذلك ب", "بعد ذلك ب", "قبلهما ب", "بعدهما ب")
_ONE = any_of("acts", "one")
_FIRST = re.compile(rf"(?<![\u0621-\u064a])\S{{0,3}}(?:{_ONE})\s(?:\S+\s)?(?:ال)?اولي?(?![\u0621-\u064a])")
_FIRST_BY = ("اول",)
_SECOND = re.compile(rf"(?<=\s)(?:و?ال|ل?ل)(?:{_ONE})\s(?:\S+\s)?ال(?:ثاني|اخر|اخري)ه?(?![\u0621-\u064a])")
_SECOND_BY = (" الثاني", " الاخر")  # one of which it needs
_AT_ONCE = 20  # characters from «after», or what is protested at, to the act
_REACH = 220  # characters in which the sentence goes on to what came then
_COMMAS = 3
_SO = "فقد "  # what goes on with the verb behind «أما»
THEN = "new/after"  # value of a link to what came then


def links(text: str, sentences: Sequence[tuple[int, int]], hits: Mapping[str, Sequence[Hit]]) -> list[Hit]:
    """Links of what came before (earlier) and of what came then (new), as hits of the lexicon of links. Linear in the text."""
    acts = sorted(
        [one for one in hits.get("event", ()) if not one.value.endswith("/means")]
        + [one for one in hits.get("harm", ()) if sure(one) and not one.value.startswith("none")]
    )
    verbs = sorted([*filter(_is_verb, acts), *(one for one in hits.get("doing", ()) if one.value == "managed" and not one.proclitic)])
    did = sorted([*verbs, *(one for one in hits.get("doing", ()) if one.value in _DOES and not one.proclitic)])
    days = [one for one in hits.get("time", ()) if one.value.startswith(_DAYS)]
    protests, others = (among(by, text, 0, len(text)) for by in (_PROTEST_BY, (*_COUNTED_BY, *_SECOND_BY)))  # few articles tell of any
    found: list[Hit] = []
    for start, stop in sentences:
        for after in _AFTER.finditer(text, start, stop) if among(_AFTER_BY, text, start, stop) else ():
            at = after.start() - text.startswith("و", after.start() - 1)
            if at > start and text[at - 1] not in ' "«(':
                continue
            if not any(one.start - after.end() <= _AT_ONCE for one in _first(acts, days, after.end(), stop)):
                continue
            found += _fronted(text, at, stop, verbs, days) if at - start <= 1 else _behind(text, (start, at, stop), acts, days)
        if others:
            found += [_link(one.start(), THEN) for one in _others(text, start, stop) if any_inside(acts, start, one.start())]
        if front := _FRONTED.match(text, start, stop):
            found += _main(text, (front.end(), stop), acts, did, days, after=front.group("after") is not None)
        for protest in _PROTEST.finditer(text, start, stop) if protests else ():
            if any(one.start - protest.end() <= _AT_ONCE for one in _first(acts, days, protest.end(), stop)):
                found.append(_link(protest.start(), "earlier"))
    return found


def _others(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """Where a sentence goes on with the act of another day, counted from that of the one before, or with the second of two acts."""
    if among(_COUNTED_BY, text, start, stop):
        yield from _COUNTED.finditer(text, start, stop)
    if among(_SECOND_BY, text, start, stop) and (first := search(_FIRST, _FIRST_BY, text, start, stop)):
        yield from _SECOND.finditer(text, first.end(), stop)


def _first(acts: Sequence[Hit], days: Sequence[Hit], start: int, stop: int) -> Iterator[Hit]:
    """The act behind «after», where no day stands before it: not «بعد صلاة الجمعة»."""
    act = next(iter(inside(acts, start, stop)), None)
    if act is not None and not any_inside(days, start, act.start):
        yield act


def _fronted(text: str, at: int, stop: int, verbs: Sequence[Hit], days: Sequence[Hit]) -> list[Hit]:
    """«بعد سيطرته السبت على كذا، قتل الجيش أمس …»: what came then begins with its verb behind a comma."""
    for comma, then in _verbs_behind_commas(text, at, stop, verbs):
        if any_inside(days, at, comma) and any_inside(days, comma, stop):
            return [_link(at, "earlier"), _link(then, "new")]
    return []


def _verbs_behind_commas(text: str, at: int, stop: int, verbs: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """The commas behind a place that a verb follows, and where it begins."""
    comma = at
    for _ in range(_COMMAS):
        comma = text.find("،", comma + 1, min(stop, at + _REACH))
        if comma < 0:
            return
        then = comma + 1 + (text[comma + 1 : comma + 2] == " ")
        verb = then + len(_SO) * text.startswith(_SO, then)
        if any_inside(verbs, verb, verb + 2):
            yield comma, then


def _main(text: str, span: tuple[int, int], acts: Sequence[Hit], verbs: Sequence[Hit], days: Sequence[Hit], *, after: bool) -> list[Hit]:
    """«ردا على قصف الجماعة كذا، نفذت الطائرات غارات على كذا»: where a sentence that begins with an act goes on with its own verb.

    after: it begins with what came before. By fights ground is taken then («بعد معارك عنيفة، سيطر الجيش على كذا»): that is one thing.
    «عقب تفجير كذا في ديسمبر 2016، اعتقلت الشرطة عشرة»: the only month is that of both; of no other day is the sequel told.
    """
    at, stop = span
    for comma, then in _verbs_behind_commas(text, at, stop, verbs):
        told = any(not (after and one.value.startswith(_FIGHT)) for one in inside(acts, at, comma))
        dated = after and any(one.value.startswith("month:") for one in inside(days, at, comma))
        return [_link(then, "new")] if told and not (dated and not any_inside(days, comma, stop)) else []
    return []


def _is_verb(act: Hit) -> bool:
    part = act.value.split("/")[1]
    return act.proclitic in ("", "ف") and part in ("verb", "now", "passive", "active", "on")


def _behind(text: str, span: tuple[int, int, int], acts: Sequence[Hit], days: Sequence[Hit]) -> list[Hit]:
    """«سيطر أمس على كذا بعد سيطرته السبت على كذا»: on two days, told in one breath."""
    start, at, stop = span
    comma = text.find("،", at, stop)
    before, behind = inside(days, start, at), inside(days, at, comma if comma >= 0 else stop)
    apart = bool(before and behind) and before[-1].value != behind[0].value
    return [_link(at, "earlier")] if apart and any_inside(acts, start, at) else []


def _link(at: int, value: str) -> Hit:
    return Hit(at, at, "links", value if value == THEN else f"{value}/after", "", at)

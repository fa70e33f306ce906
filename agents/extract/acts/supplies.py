"""Supplies: rockets and shells that are supplied, owned or made, and that nobody fires («زودت المتمردين بصواريخ»)."""

import re

from agents.extract.acts.layers import Clause
from agents.extract.words.lexicon import Hit
from agents.extract.words.numerals import FEW_BEGIN
from agents.extract.words.wordlists import any_of

_SHELL = "shell/noun"
_ARMS = re.compile(r"(?:ال)?(?:صاروخ|صواريخ|قذيف[هت]|قذائف)")
_GIVEN = re.compile(rf"(?<![^\s\"«])[وفبل]{{0,2}}س?(?:ال)?(?:{any_of('acts', 'supply')})(?:ها|هم|ه|ت|وا|ون)?(?!\S)")
_AT_CRAFT = (" مضاده للط", " المضاده للط")  # «صواريخ مضادة للطائرات» guard the place that has them
_GIVEN_REACH = 70  # characters
_FIRED = re.compile(  # behind them, or between: what was done with them
    r"(?<!\S)[وفب]?(?:[يتن]?ا?طلق\w*|اطلاق\w*|[يت]?ستهدف\w*|استهدف\w*|استهداف\w*|سقط\w*|سقوط\w*|[يت]سقط\w*|اصاب\w*|[يت]صيب\w*|اصيب\w*|ضرب\w*"
    r"|باتجاه|تجاه|صوب|علي|ضد|قصف\w*|[يت]قصف\w*|اعترض\w*|اعتراض\w*|هجوم\w*|هجمات|قتل\w*|مقتل|قتلي)(?!\S)"
    rf"|(?<!\S)نحو(?!\s(?:\d|مئ|مائ|الف|{FEW_BEGIN}|نصف))"  # «نحو 100 صاروخ»: about so many
)
_FIRED_REACH = 60  # characters behind them


def supplied(text: str, clause: Clause, hit: Hit, code: str) -> str:
    """«زودت إيران الجماعة بصواريخ», «صفقة لشراء صواريخ»: takes back those that only come into somebody's hands, or are there."""
    return "reject.supply" if code == "shell" and hit.value == _SHELL and _only_had(text, clause, hit) else ""


def _only_had(text: str, clause: Clause, hit: Hit) -> bool:
    if not _ARMS.match(text, hit.entry_start):
        return False
    if text.startswith(_AT_CRAFT, hit.stop):
        return True
    before = text[max(clause.start, hit.start - _GIVEN_REACH) : hit.start]
    given = list(_GIVEN.finditer(before))
    return (
        bool(given)
        and _FIRED.search(before, given[-1].end()) is None
        and "." not in before[given[-1].end() :]
        and not _fired(text, clause, hit)
    )


def _fired(text: str, clause: Clause, hit: Hit) -> bool:
    """Whether words behind them say what was done with them."""
    return _FIRED.search(text, hit.stop, min(hit.stop + _FIRED_REACH, clause.stop)) is not None

"""What an article is about, where it is about something else than a conflict: a match, a film, history, news it takes back."""

import re

from agents.extract.acts.layers import Layers
from agents.extract.harm.harm import SURE

ENOUGH = 4  # words of another subject
KINDS = ("sport", "fiction")
_TAKEN_BACK = re.compile(  # «تسحب الصحيفة خبرها المنشور الثلاثاء عن غارة», «حذف تقرير»
    r"(?:^|\s)و?(?:[نتي]?سحبت?|[نتي]?حذفت?|[نت]لغي|الغت|الغاء|تراجع(?:ت)?\sعن)\s(?:\S+\s){0,3}(?:ال)?(?:خبر|تقرير|نبا)(?:ها|نا|ه)?(?![\u0621-\u064a])"
)
_ON_THIS_DAY = re.compile(  # «حدث في 4 سبتمبر», «أحداث في مثل هذا اليوم»: what was on that day in other years
    r"\W{0,3}(?:حدث\sفي\s\d{1,2}\s|(?:حدث\s|(?:ابرز\s)?(?:ال)?احداث\s(?:\S+\s)?)?في\sمثل\sهذا\sاليوم)"
)


def foreign(layers: Layers) -> str:
    """The rule that says the whole article tells of sport, fiction or this day in other years, or takes its news back; "" where none does.

    A few such words stand in any news; they must be many, of several kinds, and more than the harmed people the article counts.
    """
    if _takes_back(layers):
        return "reject.retracted"
    if _ON_THIS_DAY.match(layers.text, 0, layers.title_stop):
        return "reject.history"
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    total = dict.fromkeys(KINDS, 0)
    for hit in layers.hits.get("reject", ()):
        value, reach = hit.value.split("/")
        if reach == "article":
            found[value].add(layers.text[hit.entry_start : hit.stop])
            total[value] += 1
    hurt = [one for one in layers.figures if one.measure in SURE]
    if any(one.start < layers.title_stop for one in hurt):
        return ""  # «مقتل لاعب»
    for kind in KINDS:
        if len(found[kind]) >= ENOUGH - 1 and total[kind] >= ENOUGH and total[kind] > 2 * len(hurt):
            return f"reject.{kind}"
    return ""


def _takes_back(layers: Layers) -> bool:
    """Whether an outlet withdraws what it told, at the beginning of an article, and apologises or says why."""
    if layers.text.find("عتذ") < 0:
        return False
    stop = layers.sentences[min(layers.lede, len(layers.sentences) - 1)][1]
    return _TAKEN_BACK.search(layers.text, 0, stop) is not None

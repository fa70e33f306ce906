"""Progress: who gets ahead in a fight that is told of before («معارك عنيفة وسط تقدم للجيش») fights it as who did it."""

import re
from typing import TYPE_CHECKING

from agents.extract.words.letters import search

if TYPE_CHECKING:
    from agents.extract.roles.surroundings import Seen

RULE = "roles.advances"
_BY = ("تقدم", "نتصر", "تفوق", "محاول")  # letters without which they find nothing
_OF = (  # words between progress and whose it is; none that says against whom, or who gives way («تقدم الجيش وانسحاب الجماعة»)
    r"(?:(?!(?:في|علي|نحو|باتجاه|تجاه|صوب|من|امام|ضد|الي|داخل|عند|مع)\s|و|بين)[^\s،,.:؛]+\s){0,3}[\"«]?$"
)
_FIGHT = re.compile(r"[وفبلك]?(?:ال|لل)?(?:معار|معرك|اشتباك|مواجه|قتال|مناوش)")
_ADVANCE = re.compile(  # «وسط تقدم لقوات», «وتنتصر المقاومة», «بعد محاولة قوات كذا التقدم»; not «محاولة اقتحام مواقع الجماعة»
    rf"(?<!\S)[وفب]?(?:(?:(?:ال)?(?:تقدم|تفوق)|[يت]تقدم|تقدمت|[يت]نتصر)\s{_OF}"
    r"|محاول(?:ه|ات)\s(?:ل?(?:قوات|عناصر|مسلحي|مسلحين|مقاتلي|مقاتلين|وحدات|مي?ليشيات?)\s(?:من\s)?)?[\"«]?$)"
)
_ADVANCES = re.compile(  # «والمقاومة تتقدم», «الجيش يحرز تقدما»
    r"[\"»)]?\s(?:[يت]تقدم|[يت]نتصر|تقدمت|(?:[يت]واصل|[يت]حرز|[يت]حقق|احرز|حقق)(?:ون|ت|وا)?\sتقدم)"
)
_REACH = 60  # characters before a side in which its progress is told


def of(text: str, seen: "Seen") -> bool:
    """Whether a side named behind a word for a fight is said to get ahead, or to try."""
    start, stop = seen.actor.start, seen.actor.stop
    last = seen.behind
    if last is None or last.code != "clash" or not _FIGHT.match(text, last.start):
        return False
    return search(_ADVANCE, _BY, text, max(last.stop, start - _REACH), start) is not None or _ADVANCES.match(text, stop) is not None

"""News: which drafts are told as reports, and which are background."""

import re
from collections.abc import Sequence

from agents.extract.actors.sides import at_war, stranger
from agents.extract.acts.events import FROM_AFAR, KINDS, armed
from agents.extract.assembly import condemned
from agents.extract.drafts.drafts import Draft
from agents.extract.frames.frame import Frame
from agents.extract.places.nearness import COARSE, COUNTRY, DISTRICT
from streams.records import Place

COUNTED = frozenset(["Arrests", "Disrupted weapons use"])  # told of in general more often than as an act, where nobody is counted
LONG = 7  # days: what took longer and hurt nobody who is counted is background
_NEWS = frozenset(["blast", "ied", "suicide", "grenade", "clash", "raid"])  # told with their day and place, whoever did it
_CALM = frozenset(["agreement", "reinforce", "withdraw", "defuse", "base", "loot"])  # told of, whoever did it
_ARMED_MEN = re.compile(r"مسلح(?:ون|ين|ان)|ملثم(?:ون|ين|ان)|مجهول(?:ون|ين|ان)|م[يل]{1,3}شي|مقاتل|متمرد|جنود|عناصر|عسكريين")
_WARS = re.compile(r"[وفبلك]{0,2}(?:ال)?(?:معركه|قتال|حرب|مواجهه|محاربه|مقاتله)(?![\u0621-\u064a])")
_FLIER = re.compile(  # what an army shoots down, in the word for that or behind it, an aside between: «أسقطت القوات، مساء الجمعة، طائرة»
    r"[^\s،]+(?:\s[^\s،,.:؛]+){0,5}?(?:،\s[^\s،,.:؛]+(?:\s[^\s،,.:؛]+){0,3}،)?(?:\s[^\s،,.:؛]+){0,3}?\s(?:طائر|مروحي|مسير|درون|صاروخ)"
)
_HAPPENS = frozenset(["befell", "lasts", "anew"])  # how a verb tells of an act without who did it
_ASIDE = re.compile(r"\s(?:ال|لل)?(?:طريق|طرق|خط|خطوط|مواقع|جبال|تلال|ناريا|محيط)\s")  # what lies by a town, and not the town
BEHIND = 60  # characters
OPENING = 2  # characters before the first word of a sentence
_HURT = frozenset(["killed", "wounded"])
NEAR = 60  # drafts on each side that are held against one, so that long texts stay linear
AGAIN = "scope.told-again"  # the rule of an act whose people another one counts
OLD = 400  # days: what is said to be older is history


def stands(draft: Draft, actors: tuple[str | None, str | None], text: str) -> bool:
    """Whether enough is said for a report.

    Where nobody is counted, somebody must be named or a day, the act be one that is news by itself, and its time short.
    """
    if draft.scope.scope == "incident" and draft.last and (draft.published - draft.last).days > OLD:
        return False
    if draft.code == "sexual" and not (any(map(armed, actors)) or _by_armed_men(draft, text)):
        return False  # what one man did to one woman
    if draft.figures:
        return True
    somewhere = draft.place is not None or bool(draft.agent and draft.target)
    return draft.scope.scope == "incident" and somewhere and _stands_uncounted(draft, actors, text)


def _by_armed_men(draft: Draft, text: str) -> bool:
    return any(_ARMED_MEN.search(text, one.clause.start, one.clause.stop) for one in draft.frames)


def no_act_of_its_own(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a draft tells only of people of another act: all are counted there, or they are a few of whom only that they fell is said.

    «أعتقد أن عدد المصابين يتجاوز 50», below an attack with 100: no place, no day, nobody who did it.
    """
    if draft.scope.scope != "incident":
        return False
    if not draft.figures:
        return AGAIN in draft.rules
    if draft.code != "harm" or draft.agent or draft.target or any(armed(one.party) or one.measure not in _HURT for one, _ in draft.figures):
        return False
    if any(frame.places or frame.dates or frame.title or frame.lede for frame in draft.frames):
        return False
    at = draft.frames[0].clause.start
    before = (one for one in drafts if one is not draft and one.scope.scope == "incident" and one.frames[0].clause.start < at)
    return any(_hurt_more(one, draft) for one in before)


def _hurt_more(one: Draft, few: Draft) -> bool:
    """Whether an act killed and wounded no fewer than another counts."""
    most: dict[str, int] = {}
    for figure, _ in one.figures:
        most[figure.measure] = max(most.get(figure.measure, 0), figure.low or 0)
    return all((figure.low or 0) <= most.get(figure.measure, 0) for figure, _ in few.figures)


def _stands_uncounted(draft: Draft, actors: tuple[str | None, str | None], text: str) -> bool:
    """Whether an act that harmed nobody is news: whose it is, or its day, is told, it is of a kind that is told of, and short."""
    if draft.code == "sexual" and _by_armed_men(draft, text):
        actors = (actors[0], "civilians")  # «اغتصب مسلحون نساء»
    unknown = actors[0] in (None, "unknown") and not (actors[1] is None and draft.befell)
    if (
        unknown
        and actors[1] is None
        and not (
            _dated(draft, text) or _is_the_news(draft) or _is_one_more(draft) or any(condemned.is_told(one, text) for one in draft.frames)
        )
    ):
        return False
    if unknown and not (draft.stated or any(map(_is_told, draft.frames))):
        return False
    if _is_only_named(draft, actors) or _is_bygone_truce(draft) or _is_talked_of(draft, text) or _is_of_years(draft):
        return False
    own = (one for one in draft.frames if one.code == draft.code)
    if KINDS[draft.code].sub_event_type in COUNTED and not any(_arrests(one) or _disarms(draft, one, actors[0], text) for one in own):
        return False
    from_nobody = draft.target is None and not draft.target_class and all("roles.goes-on" in one.rules for one in draft.frames)
    if from_nobody and not any(_takes(one, text) for one in draft.frames):
        return False  # «تقدم الجيش، وسيطر على مواقع»
    return not (draft.first and draft.last and (draft.last - draft.first).days > LONG)


def _is_only_named(draft: Draft, actors: tuple[str | None, str | None]) -> bool:
    """«قال في لندن إن الجيش السوري قصف»: whether an act of foreigners upon foreigners is told of a country in which there is no war.

    Nor is ground taken by nobody from nobody: «تحرير المدينة دعم لإرادة الشعب». Where two agree is mostly abroad.
    """
    if draft.code == "agreement" and (all(map(armed, actors)) or (any(map(armed, actors)) and any(map(_settled, draft.frames)))):
        return False
    if draft.code == "territory" and actors[0] in (None, "unknown") and not armed(actors[1]):
        return True
    country = draft.place.country if draft.place else None
    if country is None or at_war(country):
        return False
    if draft.code in FROM_AFAR and any(map(_befell, draft.frames)):
        return False  # «قصفت إسرائيل منشآت في أصفهان»
    agent, target = actors
    foreign = agent in (None, "unknown") or stranger(country, agent)
    return foreign and (stranger(country, target) or (target is None and stranger(country, agent)))


def _is_bygone_truce(draft: Draft) -> bool:
    """«وفي 19 يناير الماضي بدأ سريان الهدنة»: whether an agreement of more than a week ago, told below the top, only led up to the news."""
    if draft.code != "agreement" or not draft.stated or draft.last is None:
        return False
    return (draft.published - draft.last).days > LONG and not any(one.title or one.lede for one in draft.frames)


def _is_talked_of(draft: Draft, text: str) -> bool:
    """«بحث الرئيسان المعركة ضد الجماعة في كذا»: whether a war somewhere in a country is only named: no verb, no day."""
    if draft.code != "clash" or draft.stated or draft.place is None or any(frame.past or frame.title for frame in draft.frames):
        return False
    return draft.place.geo_precision > COARSE or _is_of_war(draft, text)


def _is_of_war(draft: Draft, text: str) -> bool:
    """«شركاء في قتال الجماعة», «دخول تركيا معركة مواجهة الجماعة»: whether all that is told, of no place, are words for a war as a whole."""
    told = [one for frame in draft.frames for one in frame.triggers if one.part != "means"]
    return all(frame.where is None for frame in draft.frames) and all(_WARS.match(text, one.start) is not None for one in told)


def _is_of_years(draft: Draft) -> bool:
    """«شنت الجماعة هجمات على الجيش خلال السنوات الماضية»: whether what is told was done again and again, and is no one act."""
    return not draft.stated and draft.frames[0].over_years


def _befell(frame: Frame) -> bool:
    """Whether a town stands right behind the verb of an act, and so is where it was."""
    verb = next((one for one in frame.triggers if one.part == "verb" or one.done), None)
    place = frame.where
    if verb is None or place is None or place.geo_precision >= COARSE:
        return False
    return any(one.place is place and one.cue != "of" and 0 < one.start - verb.stop <= BEHIND for one in frame.places)


def _dated(draft: Draft, text: str) -> bool:
    """«هز انفجار المدينة صباح الأربعاء»: whether strikes of a stated day are told, or another act of violence with its place and day."""
    if not draft.stated or draft.recap:
        return False
    if draft.codes & FROM_AFAR or any(_happened(one, text) or _settled(one) for one in draft.frames):
        return True
    town = draft.place if draft.place is not None and draft.place.geo_precision < COARSE else None
    return town is not None and any(one.where is None and not one.definite and _happened(one, text, town) for one in draft.frames)


def _settled(frame: Frame) -> bool:
    """«تم التوصل أمس إلى هدنة في بلدة كذا», «وصلت تعزيزات إلى كذا»: whether an act of no violence is told on top with its place and day."""
    if frame.code not in _CALM or not (frame.title or frame.lede) or frame.where is None or frame.where.geo_precision >= COUNTRY:
        return False
    told = [one for one in frame.triggers if one.code == frame.code and not one.definite]
    return bool(frame.dates) and any(one.part == "verb" or one.done or frame.code != "loot" for one in told)


def _happened(frame: Frame, text: str, town: Place | None = None) -> bool:
    """«دارت معارك في بلدة كذا أمس»: whether a verb says that it happened in a place that is named, on a day that is.

    town: where its occurrence is, though it does not say so itself («البلدة التي دارت فيها أمس معارك»).
    """
    where = frame.where or town
    if not frame.dates or where is None or where.geo_precision >= COUNTRY:
        return False
    if town is not None and not any(one.precision == "day" for one in frame.dates):
        return False
    return frame.code in _NEWS and any(
        (one.code in _NEWS or one.code == "assault")
        and (one.part == "verb" or one.done in _HAPPENS)
        and ((one.code == "clash" and town is None) or not one.definite)
        and not text.endswith(" في ", 0, one.start)  # «جرى أسرهم في معارك»
        for one in frame.triggers
    )


def _is_one_more(draft: Draft) -> bool:
    """«غارات على كذا، وقصف بالهاون على كذا»: whether a strike on a town is told beside others of its article."""
    return not draft.recap and any(
        frame.code in FROM_AFAR
        and frame.clause.link == "new"
        and not (frame.definite or frame.title)
        and frame.where is not None
        and frame.where.geo_precision < COARSE
        and any(one.start >= frame.clause.start for one in frame.places)
        for frame in draft.frames
    )


def _is_told(frame: Frame) -> bool:
    """Whether a frame tells an act as news, whoever did it: on top, or as a further one that took place somewhere («كما تعرض … لقصف»)."""
    if frame.title or frame.lede or (frame.clause.link == "new" and frame.where is not None):
        return True
    return frame.code in FROM_AFAR | _NEWS and _opens_with_it(frame)


def _opens_with_it(frame: Frame) -> bool:
    """«وقصفت الطائرات بلدة كذا»: whether a sentence opens with the verb of an act, in a town that is named."""
    if frame.clause.link or frame.definite or frame.where is None or frame.where.geo_precision >= COARSE:
        return False
    if any(one.definite and one.part == "noun" for one in frame.triggers):
        return False  # «واستهدفت الغارات جبلا في كذا»: told before
    first = next((one for one in frame.triggers if one.part != "means"), None)
    return first is not None and first.part == "verb" and first.start - frame.clause.start <= OPENING


def _is_the_news(draft: Draft) -> bool:
    """Whether headline and first sentence both tell of it: what an article is about is told, whoever did it to whom."""
    return any(one.title for one in draft.frames) and any(one.lede and not one.title for one in draft.frames)


def _arrests(frame: Frame) -> bool:
    """«اعتقلت القوات فلانا في بلدة كذا»: whether somebody, though nobody is counted, was arrested in a place that is named.

    On top a noun says so too, where whose men they were is told («اعتقال خلية لكذا في بلدة كذا»).
    """
    if frame.where is None:
        return False
    said = frame.title or (frame.lede and frame.attribution.spoken)
    named = said and "roles.object" in frame.roles.rules and armed(frame.roles.target)
    return any(
        one.code == "arrest" and (one.part == "verb" or (one.done and one.definite) or (named and not one.definite))
        for one in frame.triggers
    )


def _disarms(draft: Draft, frame: Frame, agent: str | None, text: str) -> bool:
    """«فككت القوات أمس عبوة ناسفة في بلدة كذا»: whether a verb, or on top a noun, says that a weapon was taken out of use in a named place.

    A force did it, that of the clause or the agent of the whole occurrence, or its day is told on top.
    """
    if frame.where is None or frame.where.geo_precision >= COUNTRY:
        return False
    top = frame.title or frame.lede
    if not (armed(frame.roles.agent) or armed(draft.agent) or (top and (armed(agent) or bool(frame.dates)))):
        return False
    told = [one for one in frame.triggers if one.part == "verb" or one.done or (top and not one.definite)]
    return any(one.code == "defuse" or (one.code == "shootdown" and _FLIER.match(text, one.start)) for one in told)


def _takes(frame: Frame, text: str) -> bool:
    """«وسيطر على بلدة كذا»: whether a town is what was taken, not a road or what lies by it."""
    if frame.where is None or frame.where.geo_precision >= DISTRICT:
        return False
    taken = next((one.stop for one in frame.triggers if one.code == "territory" and one.part == "verb"), None)
    return taken is not None and any(
        one.start >= taken and one.place == frame.where and not _ASIDE.search(text, taken, one.start) for one in frame.places
    )

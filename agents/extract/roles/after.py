"""After: the part of an actor that stands behind a trigger: «قصفت قسد», «غارات التحالف», «اعتقال عناصر قسد», «هجوم على قسد»."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Layers
from agents.extract.acts.objects import drops
from agents.extract.acts.trigger import Trigger
from agents.extract.parties.doers import men_of
from agents.extract.roles import bombed, progress, relative, somebody, wrought
from agents.extract.roles import rolewords as words
from agents.extract.roles import targets as struck
from agents.extract.roles.parts import LOOSE
from agents.extract.roles.surroundings import Seen
from agents.extract.words.numerals import NUMBERS
from agents.extract.words.spans import any_inside, inside
from agents.extract.words.wordlists import listed

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention

FAR = 90  # characters between an act and who did it
OBJECT_NOUNS = frozenset(["arrest", "capture", "murder", "execute", "abduct"])
_OUSTING = listed("acts", "ousting")  # nouns whose genitive is who was driven out
_UPON = ("اعتد", "يعتد", "تعتد")  # a verb whose object stands behind «على»: «اعتدى عناصر من الشرطة على مصور»
_SEIZED = frozenset(["raid", "arrest", "sexual"])  # nobody raids a patrol
_CRAFT = re.compile(
    r"\S+(?:\s(?!من\s|في\s)[^\s،,.:؛]+){0,3}?\s(?:ال(?=طائر|مروحي))?(?:طائر|مروحي|مسير|درون|مقاتل[ةه]|مقاتلت|منطاد|صاروخ|صواريخ)"
)  # what is shot down
_VERB_NEXT = re.compile(r"[\"»]?\s[يت](?!نظيم|حالف|ابع|رك[يا])[\u0621-\u064a]{2,}(?<!ه)(?![\u0621-\u064a])")
_DOES = 16  # characters from who does something to the word for that, a verb between
_BETWEEN = re.compile(r"\s(?:بين|من)\s")
_AT_WHOM = re.compile(r"[\"»]?\s(?:بحق|ضد)\s")  # «مجزرة القوات بحق المدنيين»: behind who did it
_THIS = re.compile(r"\s(?:هذه|هذا|هولاء|هؤلاء|تلك|ذلك)(?=\s[\"«]?$)")  # «استهدفت هذه الفصائل بلدة»
_CRIME = re.compile(r"[وفبل]?(?:ال)?(?:مجزره|مجازر|مذبحه|مذابح|جريمه|جرائم)")
_MEN = re.compile(r"[وفبل]?(?:ال)?(?:جنود|شرط|رجال|ضباط|مجند|عسكريين|حرس\s)")  # whom such may have befallen
_HIS_DOING = re.compile(  # «بعد طرده الجماعة»: of a noun with its subject in it, who stands right behind it is the object
    r"[وفبلك]?(?:(?:(?:مهاجم|محاصر|ملاحق|مطارد|مداهم)ت|طرد|دحر|قصف|سحق|استهداف|اقتحام|اعتقال|احتلال|تحرير|تدمير|اغتيال|اختطاف)ه(?:ا|م)?"
    r"|(?:قتل|ضرب|خطف|هزيمت)ه(?:ا|م))\s(?:(?!ب|مع\s|علي\s)[^\s،,.:؛]{3,}\s)?[\"«]?"  # «ضربة», «قتلة» are spelt as «ضربه», «قتله»
)
_OWNED = re.compile(
    r"[\u0621-\u064a]+(?:ات|قصف|هجوم)(?:ها|هم|ه(?<=اته))(?![\u0621-\u064a])"
)  # «استهدفت غاراتها مقاتلين»: an act that has its genitive
_GOVERNING = tuple(
    f" {one} " for one in ("بعد", "قبل", "عقب", "اثر", "منذ", "خلال", "اثناء", "عبر", "عن", "من", "في", "علي", "جراء", "رغم")
)
_HE_THAT = re.compile(r"(?:^|[\s\"«])و?[بل]?ان(?:ه|ها|هم)\s(?:قد\s|كان(?:ت|وا)?\s)?$")  # before a verb whose subject that is
_UNARMED = frozenset(["civilians", "protesters", "rioters"])
_HE_REACH = 16  # characters before a verb in which that stands
_FLEW = re.compile(r"(?:طائر|مروحي|مسير|درون)")
_CLEARING = ("تطهير", "قصف", "القصف", "استهداف", "ملاحق", "مطارد", "ضرب ")  # nouns of what befalls those
_REMNANTS = re.compile(  # «تطهير جيوب الجماعة», «تطهير وحصار فلول الجماعة»: of whom ground is cleared
    r"(?:\sو(?:حصار|محاصره|ملاحقه|مطارده|تعقب|تطويق|دحر|طرد))?\s(?:(?:اخر|ما\sتبقي\sمن)\s)?(?:جيوب|بقايا|فلول|اوكار)\s(?:مسلحي\s|مقاتلي\s|عناصر\s|مي?ليشيا\S*\s)?[\"«]?"
)
_ATTACK = re.compile(r"[وفب]?(?:ال)?(?:هجوم|هجمات|كمين|كمائن|تفجير|عمليه)")
_CELLS = re.compile(r"(?:\s(?!علي\s|ضد\s|ل)[^\s،.]{3,})?\sل(?:خلايا|خليه|مسلحي)\s(?:من\s)?[\"«]?")
_ADJECTIVE = re.compile(r"(?!ال)[\u0621-\u064a]{2,}ي")
_DEALT_TO = re.compile(r"[\"»]?\s(?:[^\s،,.:؛]+\s){0,2}الي\s[\"«]?")  # «ضربة قوية إلى الجماعة»: she took it
_DEALS = re.compile(  # «وجه المقاتلون ضربات قاسية ل»: behind «ل» stands who took them
    r"(?<![\u0621-\u064a])[وفلب]?(?:ا?[يت]?وج(?:ه|هت|هوا|هون)|وجهو?|توجيه|سدد(?:ت|وا)?|[يت]سدد(?:ون)?|تسديد|[يت]كيل(?:ون)?|كال(?:ت|وا)?)\s(?:[^\s،,.:؛]+\s){0,5}[\"«]?$"
)
_DEALT = 60  # characters before a blow in which that stands
_OBJECTS = ("ين", 'ين"', "ين»")  # with which people end who are struck, and no adjective of what struck them does
_STRAIGHT = re.compile(r"\s(?:مدفعيه\s)?[\"«]?")
_HITS = re.compile(r"(?:^|\s)[وف]?(?:استهدف|طال|دمر|اصاب|كبد|شل)ت?\s$")
_VERB = 12  # characters of such a verb
_BESIDE = 16  # characters between an act and its subject, where nothing governs that
_GOING = frozenset(["withdraw", "reinforce"])  # codes of verbs whose subject goes somewhere
_SOME_OF = re.compile(  # «انسحب 60 عنصرا من الجيش», «تسلل عشرات من مقاتلي كذا»
    rf"\s(?:(?:نحو|حوالي|اكثر\sمن)\s)?(?:[0-9]+|{NUMBERS}|(?:ال)?(?:عشرات|مئات|الاف)|عدد)(?:\s[^\s،,.:؛]{{3,}})?\sمن\s(?:[^\s،,.:؛]{{3,}}\s)?[\"«]?"
)


def rule(layers: Layers, seen: Seen) -> str:
    """What a trigger before the actor makes of it: «قصفت قسد», «غارات التحالف», «اعتقال عناصر قسد», «هجوم على قسد»."""
    last = seen.behind
    if last is None:
        return "roles.possessor" if struck.held_by(layers, seen) else ""
    return relative.part(layers.text, last, somebody.behind_day(layers, last), seen.actor) or _behind(layers, seen, last)


def opens_next(layers: Layers, seen: Seen) -> bool:
    """«قصف حلب وروسيا تنفي», «غارات على الغوطة والمعارضة تستعيد بلدة»: whether «and» opens a sentence of its own behind an act.

    Not «قصف الجيش والمعارضة تتقدم», nor «قوات وفصائل تدعمها تركيا».
    """
    text, actor, last = layers.text, seen.actor, seen.behind
    at = actor.start - (not text.startswith("و", actor.start))
    known = actor.rule == "actor.country" or text.startswith("ال", at + 1)
    if last is None or not known or not text.startswith(" و", at - 1) or _VERB_NEXT.match(text, actor.stop) is None:
        return False
    acts = seen.ahead is not None and seen.ahead.start - actor.stop <= _DOES  # «والتحالف يقصف كذا», «والتحالف يواصل غاراته»
    return not acts and not any_inside(layers.actors, last.stop, at) and _BETWEEN.search(text, max(last.start - 1, 0), at) is None


def _behind(layers: Layers, seen: Seen, last: Trigger) -> str:
    text, targets = layers.text, layers.hits.get("targets", ())
    begin = somebody.behind_day(layers, last)
    begin = begin + len(this[0]) if last.part != "noun" and (this := _THIS.match(text, begin, seen.actor.start)) else begin
    gap = seen.actor.start - begin
    word = text[last.start : last.stop].lstrip("وفبل")
    free = gap <= _BESIDE and not (words.GOVERNED.search(text, begin, seen.actor.start + 1) or words.TURNS_TO.match(text, begin))
    aimed = gap > 2 and (any_inside(targets, begin, seen.actor.start) or (last.part != "noun" and words.AIMS.match(word) is not None))
    goes = last.part != "noun" or word.startswith(words.MOVES)  # a noun may be spelt like its verb: «تسلل عشرات من مقاتلي الجماعة»
    some = goes and last.code not in OBJECT_NOUNS | _SEIZED and _SOME_OF.fullmatch(text, begin, seen.actor.start) is not None
    acts = some or men_of(text, begin, seen.actor.start) or (last.part != "noun" and struck.shoots(text, begin, seen.actor.start))
    acts = acts and (
        somebody.goes(seen, word) or (words.UPON.match(text, seen.actor.stop) or words.STRUCK.match(text, seen.actor.stop)) is not None
        if last.part == "noun"
        else somebody.goes(seen, word)
        or last.code in _SEIZED
        or (last.code == "shootdown" and struck.shoots(text, begin, seen.actor.start))  # «أسقطت الدفاعات الجوية للجيش طائرة»
        or (word.startswith(_UPON) or _fires(text, last, seen.actor))
        or (struck.follows(layers, seen.actor) or somebody.at_place(layers, seen.actor))
    )
    acts = acts or ((some or men_of(text, begin, seen.actor.start)) and last.code in _GOING and last.part != "noun")
    theirs = last.code not in OBJECT_NOUNS and wrought.whose(text, last, begin, seen.actor)
    aimed = aimed and not (acts or theirs)  # «استهدف مسلحون من الجماعة حاجزا»
    counted = gap <= _BESIDE and words.COUNTED.match(text, begin, seen.actor.start) is not None  # «طعن 3 مستوطنين»
    if (
        aimed
        or (counted and last.code in OBJECT_NOUNS and last.part != "noun")
        or (seen.led and last.part != "noun")
        or somebody.in_verb(text, last, seen.actor)
        or (gap <= _BESIDE and word.endswith(" علي"))
        or bombed.at(text, last, begin, seen.actor)
        or _hit_by(text, last, begin, seen.actor)
        or (last.code == "shootdown" and _CRAFT.match(text, last.start, seen.actor.stop) and _came_down(text, last, seen.actor))
        or (last.code in OBJECT_NOUNS and wrought.cell(text, last, begin, seen.actor))
        or (last.part == "noun" and _does_it_himself(text, last, seen.actor))
        or (word.startswith("ضرب") and _takes_it(text, last, begin, seen.actor))
    ):
        return "roles.object"  # «القبض على عنصر من الجماعة», «استهدفت مواقع الجماعة»
    takes = any_inside(layers.figures, seen.actor.stop, seen.actor.stop + 4) or _AT_WHOM.match(text, seen.actor.stop) is not None
    takes = (takes or _commits(text, word, seen.actor)) and gap <= 2 and last.code in OBJECT_NOUNS
    if (
        last.part == "noun"
        and not takes
        and (
            ((last.code in OBJECT_NOUNS or word in _OUSTING) and (gap <= 2 or counted))
            or (word in _OUSTING and words.REMAINS.fullmatch(text, begin, seen.actor.start) is not None)
            or (
                word.startswith(_CLEARING)
                and _REMNANTS.fullmatch(text, begin, seen.actor.start) is not None
                and not words.UPON.match(text, seen.actor.stop)
            )
            or (gap <= 14 and free and word.startswith("استهداف") and not _hits(layers, seen))
            or (free and word.startswith("الاستهداف") and text[seen.actor.start] == "ل")  # «الاستهداف الدقيق للجماعة»
        )
    ):
        return "roles.object"
    named = acts or theirs or _by_cells(text, last, begin, seen.actor) or (gap <= FAR and words.leads_to(text, begin, seen.actor.start))
    against = not named and bool(words.AGAINST.search(seen.before))
    if named or (free and not against):
        return _subject(text, last)
    ahead = progress.of(text, seen)
    if ahead or against:
        return progress.RULE if ahead else "roles.against"  # «معارك في البلدة مع تقدم الجيش»
    return LOOSE if gap <= FAR else ""


def _takes_it(text: str, last: Trigger, begin: int, actor: "ActorMention") -> bool:
    """«ضربة قوية إلى الجماعة», «وجه المقاتلون ضربات للجماعة»: whether who stands behind a blow took it."""
    if text.startswith("ل", actor.start):
        return _DEALS.search(text, max(last.start - _DEALT, 0), last.start) is not None
    return _DEALT_TO.fullmatch(text, begin, actor.start) is not None


def _subject(text: str, last: Trigger) -> str:
    """The part of who stands behind an act as its subject or genitive, where a pronoun is not that already.

    «استهدفت غاراتها مقاتلين», «تقول إنه يستهدف الجماعة».
    """
    if last.part == "noun":
        return LOOSE if _OWNED.match(text, last.start) else "roles.possessor"
    if somebody.within(text, last):
        return ""
    he = words.AIMS.match(text[last.start : last.stop].lstrip("وفبل")) and _HE_THAT.search(text, max(last.start - _HE_REACH, 0), last.start)
    return "roles.object" if he else "roles.subject-after"


def _commits(text: str, word: str, actor: "ActorMention") -> bool:
    """«مجزرة إسرائيلية جديدة», «جريمة قوات كذا»: whether who stands behind a word for a crime committed it, and did not suffer it."""
    return _CRIME.match(word) is not None and actor.cls not in _UNARMED and _MEN.match(text, actor.start) is None


def _does_it_himself(text: str, last: Trigger, actor: "ActorMention") -> bool:
    """«بعد طرده الجماعة»: whether a noun has its subject in it, and right behind it stands the object; «مبنى قصفه الجيش» is a verb."""
    governed = text.endswith(_GOVERNING, 0, last.start) or text.startswith(("ب", "ل"), last.start) or text.startswith("ل", actor.start)
    return governed and not text.startswith("ب", actor.start) and _HIS_DOING.fullmatch(text, last.start, actor.start) is not None


def _town_behind(layers: Layers, actor: "ActorMention") -> bool:
    """«استهداف القوات الغوطة»: whether a place that no preposition governs stands right behind who strikes it."""
    at = actor.stop + 1
    return layers.text.startswith(" ", actor.stop) and any(
        one.start == at and one.cue == "bare" for one in inside(layers.places, at, at + 1)
    )


def _came_down(text: str, last: Trigger, craft: "ActorMention") -> bool:
    """«إسقاط مروحية تركية», «أسقطت مروحية تركية في كذا»: whether an aircraft behind that word fell, and drops nothing."""
    if last.part == "noun" or (craft.start - last.stop > 1 and _FLEW.match(text, craft.start) is not None):
        return True  # «أسقطت جماعة مسلحة طائرة للجيش»
    return text.endswith("اسقطت", 0, last.stop) and craft.start - last.stop <= 1 and not drops(text, craft.stop)


def _hit_by(text: str, last: Trigger, begin: int, actor: "ActorMention") -> bool:
    """«استهدفت الغارات الحوثيين», «دمرت الغارات مدفعية الحوثيين»: whether a strike with the article is a subject, and they its object."""
    strikes = last.part == "noun" and last.definite and text.endswith(_OBJECTS, actor.start, actor.stop)
    return (
        strikes
        and _STRAIGHT.fullmatch(text, begin, actor.start) is not None
        and _HITS.search(text, max(last.start - _VERB, 0), last.start) is not None
    )


def _by_cells(text: str, last: Trigger, begin: int, actor: "ActorMention") -> bool:
    """«هجوم لخلايا الجماعة»: whether an attack is that of cells or gunmen right behind it, and an actor is whose they are."""
    return last.part == "noun" and _ATTACK.match(text, last.start) is not None and _CELLS.fullmatch(text, begin, actor.start) is not None


def _fires(text: str, last: Trigger, actor: "ActorMention") -> bool:
    """«أطلق عناصر من الجماعة النار في الهواء»: whether an actor stands between a verb of firing and what was fired."""
    return last.code == "shooting" and words.FIRES.match(text, last.start) is not None and words.FIRED.match(text, actor.stop) is not None


def _hits(layers: Layers, seen: Seen) -> bool:
    """«استهداف طائرات التحالف مواقع», «استهداف مستوطنين لمنزل»: whether an actor behind «striking» is who strikes."""
    text, actor = layers.text, seen.actor
    if _ADJECTIVE.fullmatch(text, actor.start, actor.stop) and text.startswith((" ب", " ل"), actor.stop):
        return True  # «استهداف حوثي بالقذائف لأحياء سكنية»
    if words.CRAFT.match(text, actor.start) or words.STRUCK.match(text, actor.stop):
        return True
    behind = inside(layers.actors, actor.stop, actor.stop + 3)
    hits = struck.follows(layers, actor) or struck.hit_by(layers, actor) or _town_behind(layers, actor)
    return hits and all(one.actor == "civilians" for one in behind)

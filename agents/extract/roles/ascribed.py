"""Doers named by words: «على يد», «نفذته», «تبنت», «نسب إلى», «اتهم … بقصف»."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause, Layers
from agents.extract.acts.rejection import denies_part
from agents.extract.acts.withdrawn import NO
from agents.extract.parties.doers import TAUGHT
from agents.extract.roles import rolewords as words
from agents.extract.roles.asides import ATTACKS
from agents.extract.roles.denials import denied_to
from agents.extract.roles.surroundings import Seen
from agents.extract.words.letters import search
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import any_inside, inside

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention

_CLAIMS, _CLAIMED_BY = 30, 20  # characters between who claims an act and the words of the claim, before and behind them
_NAMED = 70  # characters from the beginning of a name to the words of a claim
_NEGATED = 12  # characters in which it stands right before the words of the claim
_DENIED = 40  # characters in which «not» stands before a claim
_OTHER = re.compile(
    r"\s(?:ضد|علي|مع|بحق|استهدف\w*|طال\w*|[يت](?:دعم|ساند)\w*)\s"
)  # «معارك تخوضها ضد الجماعة», «نفذه مسلحون على الجيش»: whom it befell
_OBJECT = re.compile(r"[\s\"«#(]*(?:(?:\S+\s)?(?:ال|هذ)\S+\s|\S+ه[ام]ا?\s|(?:ال)?متحدث\s\S+\s|\S+ا\s|ه[ويم]\s)?[\"«#(]*")
STANDS = re.compile(r"[وف]?[يت]قف\s")  # «يقف وراء»: whose verb it is stands right before it
_STANDING = re.compile(r"[\"»)]?\s(?:(?:\S+\s)?[اب]+ن\w+\s|(?:هو|هي|من|الذي|التي|قد)\s)*")  # «… وقالت إنها تقف وراء»
_THEM = re.compile(r"[\u0621-\u064a]{3,}(?:ه|ها|هم|هما)")  # a verb with its object
_MANY, _EARLIER = 8, 30  # characters behind a claim in which a word says that it is of many, or of earlier ones
_BEFORE_THIS = ("سبق ان ", "سبق وان ", "سبق لها ان ", "سبق للتنظيم ان ", "سبق للحركه ان ", "سبق للجماعه ان ")
_THIS = (" هذا ", " هذه ", " هذين ")
_STOPS = re.compile(r"[.،؛\n]")
_RIGHT = 2  # characters between a name and the verb behind it
_THAT = re.compile(r"\s[بف]?ان\s(?:[^\s،.]+\s)?[\"«]?$")  # «أن جماعة كذا»
_WHO_IS = re.compile(r"،\s(?:التي|الذي|الذين)\s[^،.؛:\n]{3,90}،\s$")  # «الحركة، التي تحاول الإطاحة بالحكومة، مسؤوليتها»
_RELATED = 110  # characters that such words may take
_TO_NOBODY = re.compile(r"[وف]?[يت]?نسب(?:ت|ه|ته|ها)?\s")  # who stands right behind it ascribes
_INSERTED = re.compile(r"،\s[^،.؛:\n]{2,60}،")
_TORTURE, _NEAR_JAIL = "تعذيب", 90  # characters from there to the one whose prison it is
_JAIL = re.compile(
    r"\s(?:(?:في|داخل)\s|ب)(?:احدي?\s)?(?:ال)?(?:سجن|سجون|معتقل|معتقلات)"
    r"\s(?:(?:[يت]ديره|تديرها|تابع\S*|امني|سري|سريه)\s(?:ل\s?)?){0,2}[\"«]?$"
)
_EXPOSED_TO = re.compile(  # «تعرض موقع للجيش لهجوم من الجماعة»: whose attack it was; not «ردا على تعرض البلدة لهجوم من الجيش»
    r"(?<!\S)(?<!علي\s)[وف]?[يت]?تعرض(?:ت|وا)?\s[^.:؛\n]{3,80}?\sل(?:هجوم|كمين|قصف|اعتداء|اطلاق\sنار|نيران)\S*\s(?:[^\s،.]+\s){0,2}?من\s"
    r"(?:(?:قبل|جانب|مسلحي|مقاتلي|عناصر)\s){0,2}[\"«]?$"
)
_EXPOSED_BY = ("تعرض",)
_EXPOSED = 140  # characters
_BY = 50  # characters between an act and «by»
_ASCRIBED = 110  # characters before an actor in which words ascribe an act to it
_FLAG = re.compile(r"\s(?:[يت]حمل|[يت]رفع|رافع|حامل)\S*\s(?:راي|علم|اعلام|شعار)\S*\s(?:\S+\s)?$")
_CRIME = re.compile(r"(?<!\S)[وفب]?[\"«]?(?:ال)?(?:جريمه|مجزره|مذبحه)\s?(?:[^\s،.]+\s){0,2}$")
EXCHANGE, _OPENING = "تبادل", 12  # characters of the next sentence in which it may stand
MUTUAL = re.compile(r"تبادل(?:ت|ا|وا)?\s(?:[^.؛\n\s]+\s){1,9}?(?:ال)?اتهام")
_LAYS = re.compile(r"(?<!\S)[وف]?[يت]?حملت?(?:وا|ون)?\s(?:[^\s،.]+\s){0,6}?(?:ال)?مسؤولي\S+\s(?:[^\s،.]+\s){0,2}?(?P<to>الي\s)?[\"«]?$")
_LAYS_BY = ("مسؤولي",)
_FROM_HELD = re.compile(  # «بقصف من مناطق سيطرة الجماعة»: who fired is who holds the ground from which it came
    r"(?:قصف|صاروخ|صواريخ|قذائف|قذيفه|هاون|اطلق\S*|مصدر\S*)\s(?:[^\s،.:]+\s){0,3}?من\s(?:مناطق|مواقع|اراضي|قري|بلدات)\s(?:تحت\s)?سيطره\s(?:قوات\s)?[\"«]?$"
)
_IN_ORDER_TO = ("القاء ", "القاءه ", "القاءها ")  # «لإلقاء اللوم على الجماعة»: what somebody is after, or is said to do
_UNTIL, _FELLED = "قبل ان ", 45  # before what ended the attacker; characters up to «by»
_FELL = re.compile(r"\sقبل\sان\s[يت](?:قتل|ستشهد|صاب|لق[يى]|عتقل|رد[يى]|سقط|قض[يى])\S{0,3}\s(?:[^\s،.]+\s){0,3}$")
_SIDE = ("من طرف", "من جانب")
_HANDS = "بايدي "
_NOT_US = re.compile(r"(?<!\S)[\"«]?(?:لسنا|ليس|لم\sنكن)\s(?:نحن\s)?(?:من|الذين|وراء|خلف)\s(?!بين)")  # «لسنا من شن الضربة»
_NOT_US_BY = ("لسنا ", "ليس نحن ", "لم نكن ")  # letters without which it finds nothing
_STOPS_IT = re.compile(r"(?<![\u0621-\u064a])[وف]?(?:اعترض|[يت]عترض|اسقط|دمر)ت?ه(?:ا|م|ما)?\s[\"«]?$")
_STOPS_BY, _STOPS_REACH = ("عترض", "اسقط", "دمر"), 16  # letters without which it finds nothing; characters before who does it
_MISSILE = r"(?:صاروخ|صواريخ|قذائف|قذيف|مسير)\S*"
_FIRES = re.compile(  # «أطلقت الجماعة صاروخا», «صاروخا أطلقته الجماعة»
    rf"(?<![\u0621-\u064a])[وف]?[يت]?ا?طلق(?:ت|وا|ون)?\s(?:[^\s.؛:]+\s){{1,8}}?\S{{0,3}}{_MISSILE}|{_MISSILE}\s(?:[^\s.؛:]+\s){{0,3}}?[يت]?ا?طلق\S{{0,2}}ه"
)
_HELD = re.compile(  # «سقطت بأيدي», «المنفذ المتبقي بأيدي», «الأسلحة بأيدي»: whose it is, not who did it
    r"(?:سقط|سقوط|[تي]قع\s|وقع|وقوع|باقي|بقي|متبقي|[تي]زال|زال|ظل|سلاح|اسلح|صار|اصبح)\S*\s(?:\S+\s){0,2}$"
)


def mutual(text: str, start: int, stop: int) -> bool:
    """«وتبادل الطرفان الاتهامات بالوقوف خلف الهجمات»: whether two accuse each other, here or where the next sentence opens."""
    at = text.find(EXCHANGE, start, stop + _OPENING)
    return at >= 0 and MUTUAL.match(text, at) is not None


def by_cue(layers: Layers, clause: Clause, seen: Seen) -> str:
    """The rule by which words name an actor as the one who did it: «على يد», «تبنى»; "" where none does."""
    text, after = layers.text, seen.actor.stop
    before = max(clause.start, seen.actor.start - _ASCRIBED)
    ascribed = search(words.ASCRIBED, words.ASCRIBED_BY, text, before, seen.actor.start)
    if ascribed:  # «نسبت الغارة إلى التحالف»; not «نسبته السلطات إلى التنظيم»
        return "roles.speaker" if _TO_NOBODY.fullmatch(ascribed.group()) and text[seen.actor.start] != "ل" else "roles.by-cue"
    exposed = search(_EXPOSED_TO, _EXPOSED_BY, text, max(clause.start, seen.actor.start - _EXPOSED), seen.actor.start)
    if (
        exposed
        or words.WHO.match(text, after)
        or words.RELATIVE.match(text, after)
        or _done_to_them(text, seen)
        or _of_theirs(text, seen, before)
        or _laid_on(text, seen, before)
    ):
        return "roles.by-cue"
    for cue in layers.cues("agents", clause):
        stop = _past_inserted(layers.text, cue.stop)
        if text.startswith(_HANDS, cue.start) and _HELD.search(text, max(cue.start - _ASCRIBED, 0), cue.start):
            continue
        if seen.after_between and text.startswith(_SIDE, cue.start):
            continue  # «بين الفصائل من طرف، وقوات النظام من طرف آخر»
        if cue.value.startswith("agent") and 0 <= seen.actor.start - stop <= 25:
            if _OTHER.search(layers.text, stop, seen.actor.start + 1) or any_inside(layers.actors, stop, seen.actor.start):
                continue  # «نفذته الجماعة على مركز للشرطة»: the first one named did it
            return "roles.by-cue" if _of_act(layers, seen, cue) else "roles.aside"
        blamed = cue.value.startswith("blamed") and 0 <= seen.actor.start - cue.stop <= _RIGHT  # «ألقت باللوم على الجماعة في التفجير»
        blamed = blamed and not text.endswith(_IN_ORDER_TO, 0, cue.start)
        if blamed or (cue.value.startswith("agent") and 0 <= cue.start - after <= _RIGHT and _did_it(layers.text, seen, cue)):
            return "roles.by-cue"
        if cue.value.startswith("claim") and claimant(layers, cue) == seen.actor:
            return "roles.claim" if claims(layers, seen.actor, cue) else "roles.aside"
    return ""


def stops_it(text: str, clause: Clause, seen: Seen) -> bool:
    """«أطلقت الجماعة صاروخا واعترضته القوات»: whether an actor is the subject of the verb by which what was fired before it was stopped."""
    verb = search(_STOPS_IT, _STOPS_BY, text, max(clause.start, seen.actor.start - _STOPS_REACH), seen.actor.start)
    return verb is not None and _FIRES.search(text, clause.start, verb.start()) is not None


def _of_theirs(text: str, seen: Seen, start: int) -> bool:
    """«جريمة جديدة لطائرات كذا», «أحد المهاجمين يحمل راية كذا»: whether a crime is called theirs, or an attacker carries their flag.

    Or whether somebody was tortured in their prison («توفي تحت التعذيب في سجون الجماعة»), or fire came from ground that they hold.
    """
    if "سيطر" in seen.before and _FROM_HELD.search(text, start, seen.actor.start):
        return True
    if "سج" in seen.before or "عتقل" in seen.before:
        tortured = text.find(_TORTURE, max(seen.actor.start - _NEAR_JAIL, 0), seen.actor.stop + _NEAR_JAIL) >= 0
        return tortured and _JAIL.search(text, start, seen.actor.start) is not None
    if text[seen.actor.start] == "ل" and _CRIME.search(text, start, seen.actor.start):
        return True
    return seen.behind is not None and seen.behind.code in ATTACKS and _FLAG.search(seen.before) is not None


def _laid_on(text: str, seen: Seen, start: int) -> bool:
    """«حملت الحكومة مسؤوليتها للجماعة»: whether somebody lays what was done on an actor."""
    laid = search(_LAYS, _LAYS_BY, text, start, seen.actor.start)
    return laid is not None and (laid["to"] is not None or text[seen.actor.start] == "ل")


def _past_inserted(text: str, at: int) -> int:
    """«شنه، بحسب مصادر محلية، عناصر من»: where the sentence goes on behind what is inserted between commas at an offset."""
    inserted = _INSERTED.match(text, at)
    return inserted.end() if inserted else at


def _did_it(text: str, seen: Seen, cue: Hit) -> bool:
    """«يشتبه في أن الجماعة نفذته»: whether an actor is the subject of «that» and its verb has what was told as its object."""
    return text[cue.stop - 1] in "هام" and _THAT.search(seen.before) is not None


def _done_to_them(text: str, seen: Seen) -> bool:
    """«جثث مدنيين أعدمهم التنظيم», «بلدة قصفتها الطائرات»: whether the verb before an actor has its object in it, and he is its subject."""
    verb = seen.behind
    if verb is None or verb.part == "noun" or text[verb.stop - 1] not in "هام" or not _THEM.fullmatch(text, verb.start, verb.stop):
        return False
    return words.SUBJECT.fullmatch(text, verb.stop, seen.actor.start) is not None


def of_subject(text: str, seen: Seen) -> bool:
    """«هاجم مسلحون يعتقد أنهم من الجماعة قاعدة»: whether men who are only said to be of somebody are the subject of a verb before them."""
    verb = seen.behind
    if verb is None or verb.part == "noun" or text.find(words.NOBODY, verb.stop, seen.actor.start) >= 0:
        return False  # «هاجم مجهولون يعتقد أنهم من الجماعة»
    return words.leads_to(text, verb.stop, seen.actor.start)


def claimant(layers: Layers, cue: Hit) -> "ActorMention | None":
    """Who claims an attack: who stands right behind «تبنى» and its object («تبنت الهجوم جماعة», not «هجوم القوات»), else before it."""
    text = layers.text
    if within := inside(layers.actors, cue.start, cue.stop):
        return within[0]  # «أن التنظيم نفذ الهجوم»
    if "مسؤوليت" not in text[cue.start : cue.stop]:
        for one in inside(layers.actors, cue.stop, cue.stop + _CLAIMED_BY + 1):
            if _OBJECT.fullmatch(text, cue.stop, one.start) or words.SUBJECT.fullmatch(text, cue.stop, one.start):
                return one
    inserted = _WHO_IS.search(text[max(cue.start - _RELATED, 0) : cue.start])
    start = cue.start - len(inserted.group()) if inserted else cue.start
    near = [one for one in inside(layers.actors, start - _NAMED, start) if start - one.stop <= _CLAIMS]
    near = near or [one for one in inside(layers.actors, cue.start - _NAMED, cue.start) if cue.start - one.stop <= _CLAIMS]
    while len(near) > 1 and _says(layers, "linked", near[-2].stop, near[-1].start):
        near.pop()  # «الحركة المرتبطة بتنظيم كذا»
    if near and STANDS.match(text, cue.start) and not _STANDING.fullmatch(text, near[-1].stop, cue.start):
        return None  # «تقول الحكومة إن الفقر يقف وراء الهجمات»
    return near[-1] if near else None


def claims(layers: Layers, actor: "ActorMention", cue: Hit) -> bool:
    """Whether somebody claims what is told: not «لم يعلن التنظيم مسؤوليته», «نفت الحركة مسؤوليتها», «تبنى العديد من الهجمات»."""
    start, stop = min(actor.start, cue.start), max(actor.stop, cue.stop)
    text = layers.text[max(start - _DENIED, 0) : start]
    if _is_denied(layers, cue, start, _NEGATED):
        return False  # «أشادت الحركة بالعملية، لكنها لم تعلن مسؤوليتها»
    if not NO.isdisjoint(_STOPS.split(text)[-1].split()[-4:]) or _says(layers, "many", stop, stop + _MANY):
        return False
    if layers.text.endswith(_BEFORE_THIS, 0, cue.start) and of_earlier(layers, stop):
        return False  # «سبق أن تبنت الحركة هجمات مماثلة»
    return not denied_to(layers, start, cue)


def unclaimed(layers: Layers, clause: Clause) -> bool:
    """«لم تعلن أي جهة مسؤوليتها», «لم تتضح الجهة المسؤولة»: whether nobody claims what a clause tells, or is known to have done it."""
    if mutual(layers.text, clause.start, clause.stop):
        return True
    cues = layers.cues("agents", clause)
    if not cues:
        return False
    claims_it = [one for one in cues if one.value.startswith("claim")]
    if any(_is_denied(layers, one, clause.start, _NEGATED) for one in claims_it):
        return True  # «لكن الحركة لم تعلن مسؤوليتها عنه»
    open_ones = [one for one in cues if one.value.startswith("open") or (one.value.startswith("nobody") and claims_it)]
    return any(_is_denied(layers, one, clause.start, _DENIED) for one in open_ones)


def denied(layers: Layers, clause: Clause) -> bool:
    """«نفت الحركة ضلوعها في الهجوم»: whether somebody says in a clause that it was not he; that names nobody who did it."""
    if search(_NOT_US, _NOT_US_BY, layers.text, clause.start, clause.stop):
        return True
    said = inside(layers.hits.get("reject", ()), clause.start, clause.stop)
    return any(one.value.startswith("denial") and denies_part(layers.text, one.stop, clause.stop) for one in said)


def _is_denied(layers: Layers, cue: Hit, start: int, reach: int) -> bool:
    """Whether «not» stands in the characters before a word."""
    return not NO.isdisjoint(layers.text[max(cue.start - reach, start) : cue.start].split())


def of_earlier(layers: Layers, stop: int) -> bool:
    """«تبنى هجمات سابقة», not «تبنى هذا الهجوم بالإضافة إلى آخر»: whether a claim that ends at an offset is of none that was told here."""
    return not layers.text.startswith(_THIS, stop) and _says(layers, "earlier", stop, stop + _EARLIER)


def _says(layers: Layers, value: str, start: int, stop: int) -> bool:
    """Whether one of the words about doers of some value stands in [start, stop)."""
    return any(one.value.startswith(value) for one in inside(layers.hits.get("agents", ()), start, stop))


def _of_act(layers: Layers, seen: Seen, cue: Hit) -> bool:
    """Whether «by» is said of an act: none stands before it, or one so near that nothing else is done in between.

    «طعن جنديا قبل أن يقتل برصاص الشرطة»: it is said of what befell the attacker.
    """
    if layers.text.find(_UNTIL, max(cue.start - _FELLED, 0), cue.start) >= 0 and _FELL.search(
        layers.text, max(cue.start - _FELLED, 0), cue.start
    ):
        return False
    if seen.behind is not None:
        return cue.start - seen.behind.stop <= _BY
    return not TAUGHT.search(layers.text, max(cue.start - 30, 0), cue.start)

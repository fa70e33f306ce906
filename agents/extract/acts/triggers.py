"""Triggers: the words of a clause that say what happened, and which of them other words take back."""

import re
from collections.abc import Sequence, Set

from agents.extract.acts import blows, fired, handed, objects, otheracts, quantity, reached, rejection, senses, supplies, tocome, underwent
from agents.extract.acts.events import FROM_AFAR, VIOLENT
from agents.extract.acts.layers import Clause
from agents.extract.acts.trigger import Trigger
from agents.extract.acts.withdrawn import NEGATED, TO_COME, by_form, lasting
from agents.extract.harm.harm import SURE
from agents.extract.words.lexicon import Hit
from agents.extract.words.numerals import FEW, FEW_BEGIN
from agents.extract.words.spans import inside

_DEFINITE = ("ال", "بسط السيطره", "احكام السيطره", "فرض السيطره")
_SOME = re.compile(  # «مقتل مسلح والقبض على 16 آخرين»: no arrest known before
    r"القبض علي (?:(?:نحو|حوالي|قرابه|اكثر|ما\sلا|عشرات|مئات|عدد|عده)\s|[0-9]"
    rf"|(?:{FEW_BEGIN})[\u0621-\u064a]{{0,2}}\s)"
)
_CAMPAIGN = "حمل"
_AIRBORNE = frozenset(["air", "aircraft"])
_DRONE = re.compile(r"مسير(?:ه|ات|تين|تان)?\b|دون طيار|درون")
_DRONE_BEHIND = 14  # characters behind a word for aircraft: «طائرات انتحارية مسيرة»
_COUNTED = {"counted": "verb", "counts": "now"}  # parts of words that tell of an act only where people are counted
_MEASURES = {"arrest": "captured", "capture": "captured", "handover": "transferred", "evacuate": "displaced"}  # as what, by code
_TAKEN = frozenset(["captured"])
# behind «س»: verbs of what is to come, not «سيارة», «سنوات», «سيطرة»
_THEN = re.compile(  # «تحرير المدينة سيقطع الطريق»: what would come of it; «سقوط المدينة مسألة وقت»
    rf"[^،,.:؛\n\"]{{0,60}}?\s(?:س(?:{TO_COME})[\u0621-\u064a]{{3,}}|مساله وقت|(?:بات|اصبح)ت?\s(?:قريب|وشيك))"
)
_AMID = re.compile(
    r"(?:^|[\s،\"«(])[وف]?(?:بعد|عقب|اثر|خلال|وسط|اثناء|رغم|غداه)\s(?:سلسله\s|(?:ساع|اي?ام|يوم|اسابيع|اشهر)\S*\s(?:\S+\s)?من\s)?$"
)
_BY_GUNMEN = frozenset(["raid", "shooting"])
_FOUGHT = frozenset(["clash", "assault"])
_IN_IT = re.compile(
    r"\sو?(?:تمكن|استطاع|نجح)\w*\s(?:[^\s،.]+\s){0,4}?(?:من\s)?خلال(?:ها|ه|هم|هما)(?!\w)|\sو(?:تمكن|استطاع|نجح)(?:ت|وا)?\s(?:من|في)\s"
)
_ADVANCE = "تقدما"  # «أحرزت القوات تقدما في الريف، بعد أن سيطرت على البلدة»
_ONCE = re.compile(r"[^.]{0,60}?\sبعد(?:ما|\sان)\s(?:(?:تمكن|استطاع|نجح)\w*\s(?:\S+\s){0,3}?)?")
_GOVERNS = (" بعد ", " عقب ", " اثر ", " قبل ", " عن ", " خلال ", " غداه ", " منذ ", " رغم ")
_BOMBERS = re.compile(r"انتحاري(?:ين|ون)?")
_FLOWN = frozenset(["shell", "strike"])
_LEFT = re.compile(
    r"(?:\s[^\s،.]+){0,4}?\s(?:من\s(?:مخلفات|بقايا)\s|لم\s[يت]نفجر|غير\sمنفجر|قديمه?(?![\u0621-\u064a]))"
)  # «صاروخ من مخلفات الحرب»: nobody fired it now
_SELF = re.compile(r"\s(?:[^\s،,.:]+\s){0,6}?(?:نفسه|نفسها|نفسيهما|نفسهما|انفسهم|انفسهما)(?![\u0621-\u064a])")  # «فجرت فتاة نفسها»
_WHICH = re.compile(r"(?:^|\s)و?(?:التي|الذي|الذين|ما|مما|من)\s$")
_HE = (" انه ", " بانه ", " لكنه ", " انه قد ", "كما ")  # «أعلن الجيش أنه قصف», «كما قصف», of whose spelling there is a noun too
_NOT_CRAFT = ("مضاد ", "مضادا ", "مضاده ", "مضادات ", "حامله ", "حاملات ", "حاملتي ")  # what shoots at aircraft, ships: «حاملة الطائرات»
_SUBJECT = re.compile(r"\s(?:ال|[\u0621-\u064a]{2,}ون?\s)")  # «قصف الجيش», «طرد مقاتلو المقاومة»
_ON_PEOPLE = frozenset(["murder", "execute", "abduct"])
_OBJECT = re.compile(  # «طعن فلسطيني جنديا», «دهس شاب ثلاثة جنود»: a verb, its subject and whom it befell; not «طعن فلسطيني في الخليل»
    rf"\s[\u0621-\u064a]{{3,}}(?:\s[\u0621-\u064a]{{4,}})?\s(?:[0-9]+|{FEW}|"
    r"(?!صباحا|فجرا|ليلا|ظهرا|شمالا|جنوبا|شرقا|غربا|ايضا|مجددا|حتي|حرقا|ضربا)[\u0621-\u064a]{3,}(?:يا|را|دا|نا|لا|طا|ما|فا|با|سا|قا|ين))\s"
)
_FIRST = re.compile(r"(?:[.،:\n\"«]\s*(?:هذا\s)?|(?:^|\s)(?:كما|قد|وقد|فقد|فيما|بينما|حيث|ان)\s)$")
_OPENING = frozenset(["", "هذا"])  # «هذا وتجددت المعارك»
_RENEWED = "تجددت"  # no noun, as «تجدد» may be
# characters from a verb of doing.csv, by value, to its noun
_REACH_OF = {"befell": 14, "anew": 30, "did": 80, "managed": 80, "lasts": 20, "took": 60}
_HAPPENING = frozenset(["befell", "lasts"])
_TOOK = frozenset(["managed", "took"])
_ADJECTIVES = re.compile(r"(?:\s[^\s،,.:؛\"»«]{3,}){0,2}\s")


def find(
    text: str,
    clause: Clause,
    events: Sequence[Hit],
    rejects: Sequence[Hit],
    doing: Sequence[Hit] = (),
    *,
    on_top: bool = True,
    dated: bool = False,
    placed: bool = True,
    near: bool = True,
    measures: Set[str] = _TAKEN,
) -> list[Trigger]:
    """The triggers of a clause, in order, the rejected ones too.

    doing: verbs by which nouns tell that something was done. on_top: the clause stands in the title or in the first sentence after it.
    dated, placed, near: a day, a place, one that is no country is told in it. measures: what it counts people as.
    """
    found: list[Trigger] = []
    here = inside(events, clause.start, clause.stop)
    verbs = inside(doing, clause.start, clause.stop) if here else ()
    against = inside(rejects, clause.start, clause.stop) if here else ()
    crime, counted = rejection.of_crime(text, clause, against) is not None, not SURE.isdisjoint(measures)
    for said in here:
        hit = said
        code, part = _kind(text, clause, hit, measures)
        if code == "territory" and (objects.is_whose(text, hit, found) or not (code := objects.taken(text, hit, clause.stop))):
            continue
        if (
            (code == "ied" and verbs and objects.is_disarmed(text, hit, verbs, found))
            or (code == "territory" and objects.is_cleared(text, hit, clause.stop))
            or (verbs and objects.is_found(text, hit, verbs, found))
            or (code == "blast" and objects.is_blown(text, hit, verbs))
            or (code == "ied" and objects.is_of_blown(text, hit, found))
        ):
            code = objects.defused(found, hit)
        blow = blows.blow(text, hit, clause.start) if code == "strike" and part == "noun" else ""
        code = "assault" if blow else code
        if code == "territory" and part == "noun" and (word := objects.operation(text, hit, clause.start)):
            if objects.is_led(text, word, clause.start):
                continue
            hit, code = word, "clash"
        if (
            not part
            or (code == "shell" and part == "noun" and (objects.is_hit(text, hit, found) or objects.is_launcher(text, hit, code, found)))
            or (part == "means" and _befalls(text, code, hit, verbs, found))
        ):
            continue
        if found and found[-1].start <= hit.start and found[-1].stop == hit.stop:  # one spelling of a noun and a verb
            if _is_verb(text, clause, hit, code, found):
                found[-1].part = "verb"
            continue
        definite = (
            "ال" in hit.proclitic or "لل" in hit.proclitic or text.startswith(_DEFINITE, hit.entry_start) or _of_attack(text, hit, code)
        )
        rejected = "reject.metaphor" if blow == "metaphor" or blows.is_scorned(text, hit, code, clause.stop) else ""
        if part != "means" and not rejected:
            rejected = by_form(text, clause, hit, code, part, dated=dated) or lasting(text, clause, hit, (code, part), on_top=on_top)
            rejected = rejected or ("reject.crime" if crime and code in ("arrest", "raid") else "")
            rejected = rejected or (rejection.of_court(text, clause, hit) if code == "execute" and part == "noun" else "")
        rejected = rejected or supplies.supplied(text, clause, hit, code) or handed.over(text, clause, hit, found, counted=counted)
        if against and part != "means" and not rejected:
            rejected = rejection.by_cue(text, said, against, known=definite, counted=counted, near=near)
        rejected = rejected or (
            "" if part == "means" or definite else rejection.warned(text, hit.start) or tocome.launched(text, clause, hit, part, found)
        )
        rejected = rejected or (rejection.of_aim(text, hit, found[-1]) if code == "territory" and part == "noun" and found else "")
        how = _told_by(text, clause, hit, verbs, found) if part == "noun" and not rejected else ""
        managed = code == "territory" and how == "managed"  # «تمكن من عزل المدينة بعد السيطرة على البلدة»: both
        amid = part == "noun" and not managed and not any(one.tells for one in found) and _is_amid(text, clause, hit)
        how = "" if amid else how
        if (
            code == "territory"
            and part == "noun"
            and not (rejected or how or "ب" in hit.proclitic)
            and _THEN.match(text, hit.stop, clause.stop)
        ):
            rejected = "reject.future"
        held_before = hit.value.endswith("/state") and not (on_top or how)  # «حيال سيطرة الجماعة على المدينة»
        some = code == "arrest" and not how and _SOME.match(text, hit.entry_start)
        definite = ((definite and not some) or held_before) and not (
            how in _TOOK or (code == "territory" and how == "befell")
        )  # «تمت السيطرة على»
        done = bool(how) or bool(found and found[-1].part == "verb" and found[-1].code in VIOLENT)
        definite = definite and not (
            (done and placed and quantity.opens(text, clause, found[-1].stop if found else clause.start, hit.start, code))
            or reached.told(text, clause, hit)
        )
        if code == "arrest" and found and _campaign(text, hit, found[-1]):
            found[-1].code = code
        found.append(Trigger(hit.start, hit.stop, code, part, definite, rejected, how, amid, _is_drone(text, hit, code, clause.stop)))
        _frames(text, found)
    return found


def _of_attack(text: str, hit: Hit, code: str) -> bool:
    """«… أعقبه هجوم مسلحين»: whether an act without an article is a part of the attack that was told right before."""
    return code == "assault" and hit.value.endswith("/noun") and otheracts.follows(text, hit.start)


def _is_drone(text: str, hit: Hit, code: str, stop: int) -> bool:
    """Whether a word for what flies, or one right behind it, says that nobody sits in it; or what was stopped had nobody in it."""
    if code == "intercept":
        return fired.by_drone(text, hit, stop)
    return code in _AIRBORNE and _DRONE.search(text, hit.start, hit.stop + _DRONE_BEHIND) is not None


def _frames(text: str, found: Sequence[Trigger]) -> None:
    """«دارت معارك تمكنت خلالها القوات من تحرير البلدة», «تقدما بعد أن سيطرت على»: marks the fight for that ground."""
    ground = found[-1]
    if ground.code != "territory" or not (ground.done == "managed" or ground.part == "verb") or ground.rejected:
        return
    acts = [one for one in found[:-1] if one.part != "means" and not one.rejected]
    if not acts or any(one.code not in _FOUGHT for one in acts):
        return
    fought = acts[-1].part == "noun" and ground.done == "managed" and _IN_IT.search(text, acts[-1].stop, ground.start) is not None
    if fought or (text.startswith(_ADVANCE, acts[-1].start) and _ONCE.fullmatch(text, acts[-1].stop, ground.start)):
        for one in acts:
            one.amid = True


def _campaign(text: str, hit: Hit, last: Trigger) -> bool:
    """«شنت القوات حملة اعتقالات»: whether a verb of attack only says that arrests were made."""
    if last.code != "assault" or last.part == "noun" or not text.startswith(_CAMPAIGN, hit.entry_start):
        return False
    return hit.start - last.stop <= _REACH_OF["did"] and not rejection.parted(text, last.stop, hit.start)


def _befalls(text: str, code: str, hit: Hit, verbs: Sequence[Hit], before: Sequence[Trigger]) -> bool:
    """Whether a gun or an aircraft struck nobody: it was hit itself, or shot down, or carried people."""
    if code == "aircraft" and before and objects.is_felled(text, hit, before[-1]):
        before[-1].done = objects.FELLED
        return True
    if code == "guns":
        return objects.is_target(text, hit, before) or objects.is_launcher(text, hit, code, before)
    return code == "aircraft" and (objects.carries(text, hit, verbs) or objects.is_attacked(text, hit, before))


def _kind(text: str, clause: Clause, hit: Hit, measures: Set[str]) -> tuple[str, str]:
    """The code and the part of a word; no part where it tells of nothing."""
    code, part = hit.value.split("/")
    if code == "aircraft" and text.endswith(_NOT_CRAFT, 0, hit.start):
        return code, ""
    if code in _BY_GUNMEN and part == "noun" and not hit.proclitic and otheracts.follows(text, hit.start):
        code = "assault"  # «فجر انتحاري نفسه، أعقبه اقتحام مسلحين للمبنى»: of one attack
    code = "murder" if objects.burns_people(text, hit, code) else fired.told(text, clause.start, clause.stop, hit, code)
    if part in _COUNTED:
        if _MEASURES[code] not in measures:
            return code, ""  # «أوقفت الرحلات»
        part = _COUNTED[part]
    if part == "state" or (part == "verb" and (hit.proclitic.strip("وف") or _governed(text, hit))):
        part = "noun"  # «لضرب أهداف», «بعد طرد المسلحين»: no verb, but its noun
    if code == "suicide" and _BOMBERS.fullmatch(text, hit.entry_start, hit.stop) and hit.proclitic.endswith(("ال", "لل")):
        part = "means"  # «الانتحاريين» are people
    if (code == "intercept" and not fired.fells(text, hit)) or objects.is_no_act(text, hit, code):
        return code, ""
    if not (code := senses.told(text, hit, code)) or (SURE.isdisjoint(measures) and senses.is_of_war(text, hit, code)):
        return code, ""
    if code == "intercept" and not fired.fired_at(text, hit, clause.stop):
        code = "shootdown"  # an aircraft, a boat
    if code in _FLOWN and part == "noun" and _LEFT.match(text, hit.stop):
        code = "ied"
    if (code == "aircraft" or (code in FROM_AFAR and part == "noun")) and objects.backs(text, hit):
        code, part = "backed", "means"  # «تتقدم القوات مدعومة بغارات التحالف»
    if code == "blast" and _SELF.match(text, hit.stop):
        code = "suicide"
    return code, part


def _governed(text: str, hit: Hit) -> bool:
    """Whether a preposition stands right before a word that has no object of its own: not «بعد طردهم»."""
    return not hit.proclitic and text[hit.stop - 1] not in "هما" and text[max(hit.start - 8, 0) : hit.start].endswith(_GOVERNS)


def _is_amid(text: str, clause: Clause, hit: Hit) -> bool:
    """«بعد معارك», «خلال الهجوم»: whether a noun only says when something else was done."""
    return hit.proclitic in ("", "ال") and _AMID.search(text[max(clause.start, hit.start - 30) : hit.start]) is not None


def _is_verb(text: str, clause: Clause, hit: Hit, code: str, found: Sequence[Trigger]) -> bool:
    """Whether what may be a verb or its noun is the verb: «قصف الجيش» where a clause opens, «أعلن الجيش أنه قصف».

    So is what goes on with another verb: «هاجم الجيش البلدة وطرد التنظيم منها».
    """
    goes_on = code == "territory" and hit.proclitic == "و" and found[:-1] and found[-2].part == "verb"
    if goes_on or text.endswith(_HE, clause.start, hit.start):
        return True
    followed = _SUBJECT.match(text, hit.stop) or (code in _ON_PEOPLE and _OBJECT.match(text, hit.stop))
    return bool(followed) and _opens(text, clause, hit)


def _opens(text: str, clause: Clause, hit: Hit) -> bool:
    """Whether nothing but a particle stands before a word in its clause: «وقصف الجيش البلدة» is a verb and its subject."""
    before = text[clause.start : hit.start][-12:]
    return before.strip() in _OPENING or _FIRST.search(before) is not None


def _told_by(text: str, clause: Clause, hit: Hit, verbs: Sequence[Hit], before: Sequence[Trigger]) -> str:
    """How a verb before a noun or right behind it tells that it was done; "" where none does."""
    if verbs and (how := _done(text, clause, hit, verbs, before) or _befell(text, clause, hit, verbs)):
        return how
    return "befell" if reached.told(text, clause, hit) else ""


def _done(text: str, clause: Clause, hit: Hit, verbs: Sequence[Hit], before: Sequence[Trigger]) -> str:
    """How the nearest verb before a noun tells that it was done; "" where none does, or another act stands between."""
    verb = next((one for one in reversed(verbs) if one.stop < hit.start and one.value not in objects.VALUES), None)
    reach = (underwent.reach(text, verb, hit) or _REACH_OF[verb.value]) if verb is not None else 0
    if verb is None or hit.start - verb.stop > reach or NEGATED.search(text, max(verb.start - 12, 0), verb.start):
        return ""
    renewed = text.startswith(_RENEWED, verb.entry_start) or _opens(text, clause, verb)  # «وفي مدينة كذا تجددت المعارك»
    if verb.value == "anew" and (hit.value.partition("/")[0] not in VIOLENT or not renewed):
        return ""  # «إثر تجدد المواجهات»: a noun; «طالت الاعتقالات»: told before
    if verb.value == "befell" and text.startswith("تم", verb.start) and _WHICH.search(text, max(verb.start - 8, 0), verb.start):
        return ""  # «ما تم تحريره», «الأحياء التي تم قصفها»: which one is meant
    if verb.value == "took" and not hit.value.startswith("territory"):
        return ""  # «فرضت السلطات حظر التجول بعد هجوم»
    if verb.value == "took" and text.startswith("ل", verb.start):
        return ""  # «دخول قوات لفرض السيطرة على المعبر»: what for
    talk = text.startswith("سقوط", verb.entry_start) and ("ال" in hit.proclitic or text[verb.stop + 1].isdigit())  # «توالي سقوط الصواريخ»
    return "" if talk or any(one.part in ("verb", "now") and verb.stop < one.start for one in before) else verb.value


def _befell(text: str, clause: Clause, hit: Hit, verbs: Sequence[Hit]) -> str:
    """«إن معارك عنيفة دارت في كذا»: how a verb right behind its subject, a noun without the article, tells that it happened; else ""."""
    if hit.value.partition("/")[0] not in VIOLENT or hit.proclitic or text.startswith("ال", hit.entry_start):
        return ""
    if not (text.startswith("ان ", hit.start - 3) or not text[clause.start : hit.start].strip()):
        return ""
    verb = next((one for one in verbs if one.start > hit.stop), None)
    if verb is None or verb.value not in _HAPPENING or _ADJECTIVES.fullmatch(text, hit.stop, verb.start) is None:
        return ""
    return verb.value

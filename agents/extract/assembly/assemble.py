"""Assembly: frames become drafts, one for each occurrence; headline, lede and later detail meet in one."""

import re

from agents.extract.acts.events import CROWDS, FROM_AFAR, armed
from agents.extract.acts.gains import ADVANCE
from agents.extract.acts.layers import Layers
from agents.extract.assembly import condemned, harmedtowns, members, moved, onemore
from agents.extract.assembly.joining import add
from agents.extract.clauses.clauses import DONE, OLDER
from agents.extract.drafts.drafts import LASTING, Draft
from agents.extract.fitting import avenged, familiar
from agents.extract.fitting.fitting import GENERIC, another, score
from agents.extract.fitting.redated import dates_otherwise
from agents.extract.frames import amid
from agents.extract.frames.frame import Frame
from agents.extract.places import nearness
from agents.extract.places.lands import PART
from agents.extract.scope import covered
from agents.extract.sums import portions, wholes
from agents.extract.words.letters import search
from agents.extract.words.wordlists import any_of
from streams.records import Place

MEMORY = 40  # drafts that a further frame may tell of: the newest ones and the first, so that long texts stay linear
ECHO = 0.3  # what it counts for that it was named by the same noun
RECENCY = 0.6  # what telling of it in the same sentence counts for
SOFT = frozenset(["evacuate", "surrender", "handover", "agreement", "withdraw", "reinforce"])  # told in passing more often than as news
NEXT = 1  # sentence: from so far away the place named last is still meant
_RELATIVE = re.compile(r"\s(?:التي|الذي|الذين|حيث|عندما|حين|اتهم|اعلن)\w*\s")  # what tells which one is meant, or who said so
_PARTICLES = re.compile(r"^[وف]?(?:لل|[بك]?ال|[بلك](?=ال))?")
_ANSWER = re.compile(  # «ردا على إطلاق صواريخ», «بعد أيام من شن طائرات كذا غارات»
    r"و?(?:ردا علي|في اعقاب|عقب|بعد)\s(?:ان\s)?"
    r"(?:(?:اقل\sمن\s)?(?:\S+\s)?(?:ساعه|ساعات|يوم|ايام)\s(?:\S+\s)?من\s)?"
    r"(?:\S+\s)?(?:اطلاق|قصف|اطلق|استهداف|استهدف|شن|غار|ضرب|هجوم)"
)
_FIGHT = "clash"  # what an advance was that came to nothing else
_OF_FIGHT = frozenset([_FIGHT, ADVANCE])  # what goes on for years, where no town is told
_VAGUE = frozenset(["assault", "harm"])  # codes that others make exact
_IN_ANSWER = re.compile(r"و?(?:ردا علي|انتقاما|ثارا|احتجاجا علي)\s")
_TIMES = re.compile(rf"(?<!\S)و?(?:{any_of('acts', 'times')})(?![\u0621-\u064a])")
_TIMES_BY = ("مرا", "مره", "مناسب")  # letters without which it finds nothing
_COMPARED = 80  # characters before a period in which stands what is compared with it
ENOUGH = 3  # what a frame without figures must show below the lede


def drafts(frames: list[Frame], layers: Layers) -> list[Draft]:
    """One draft an occurrence, in the order in which they are first told."""
    found: list[Draft] = []
    shared = portions.shares(frames)
    onemore.mark(frames, layers.text)
    seen: Frame | None = None  # the last one that names a place
    for frame in frames:
        whole = portions.whole_of(frame, found, layers.figures)
        if whole is not None:
            add(whole, frame)
            continue
        dated = frame.figures and frame.when != (None, None)
        mixed = next((at for at, draft in enumerate(found[:MEMORY]) if dates_otherwise(draft, frame)), None) if dated else None
        if mixed is not None:
            found[mixed : mixed + 1] = _parted(found[mixed], layers)
        known = found if len(found) <= MEMORY else [found[0], *found[-MEMORY:]]
        best = _best([one for one in known if not _shares(one, frame, shared)] if shared else known, frame, layers.text)
        if best is not None and frame.figures:
            best = wholes.lead_of(found, best, frame) or best
        alike = _known_list(known, frame) if frame.listed and best is None and frame.code in FROM_AFAR else None
        opens = (best is None or another(best, frame)) and any(rule(frame, layers.text) for rule in _OPENING)
        opens = (opens or (alike is not None and _behind_known(frame))) and (
            alike is None or all(one.where != frame.where for one in alike.frames)
        )
        if best is not None and not opens:
            if not (_only_answered(best, frame, layers.text) or _of_war(best, frame, layers.text) or _since_recap(best, frame)):
                add(best, frame)
        elif opens:
            found.append(_open(frame, found[-1] if found else None, layers))
            members.inherit(found[-1], frame, found[:-1], layers)
            if seen and not found[-1].recap and frame.clause.sentence - seen.clause.sentence <= NEXT:
                found[-1].near = seen.where
            if alike is not None:
                _as_known(found[-1], alike)
        seen = seen if frame.where is None or (seen and _only_wider(frame.where, seen.where)) else frame
    for draft in found:
        if draft.code == ADVANCE:
            draft.code = _FIGHT
    return found


def _only_wider(place: Place, known: Place | None) -> bool:
    """Whether a place is a part of the country in which the one told before lies: it says no more of where news goes on."""
    return place.geo_precision == PART and known is not None and known.geo_precision < PART and nearness.within(known, place)


def _shares(draft: Draft, frame: Frame, shared: portions.Shares) -> bool:
    """Whether the frame tells a portion of what the draft counts."""
    return any(id(frame) in shared.get(id(total), ()) for total in draft.frames)


def _known_list(known: list[Draft], frame: Frame) -> Draft | None:
    """«القصف استهدف بلدتي كذا وكذا»: the act told before of which a clause lists the towns, and this frame one that is not the first."""
    if frame.roles.agent or not any(one.definite and one.part == "noun" for one in frame.triggers) or frame.clause.link in OLDER:
        return None
    told = (one for one in known if one.agent and one.frames[0].clause is not frame.clause)
    return next((one for one in told if any(part.listed and part.clause is frame.clause for part in one.frames)), None)


def _behind_known(frame: Frame) -> bool:
    """«الضربات أصابت مواقع قرب مدن كذا وكذا»: whether the town stands behind the word for the act that is known."""
    return any(one.definite and one.part == "noun" and one.stop <= frame.places[0].start for one in frame.triggers)


def _as_known(draft: Draft, alike: Draft) -> None:
    """A town more of an act that was told before is struck as the first one was, by the same."""
    draft.code, draft.agent, draft.named = alike.code, alike.agent, alike.named
    if not (draft.target or draft.target_class):
        draft.target, draft.target_class = alike.target, alike.target_class


def _parted(draft: Draft, layers: Layers) -> list[Draft]:
    """A draft that mixed two occurrences, as two: the numbers, and what was told without them («.. وبغداد تؤكد مقتل 30 منه»)."""
    parts = [[one for one in draft.frames if one.figures], [one for one in draft.frames if not one.figures]]
    made = []
    for first, *others in filter(None, parts):
        part = _open(first, None, layers)
        for one in others:
            add(part, one)
        made.append(part)
    return made


def _best(known: list[Draft], frame: Frame, text: str) -> Draft | None:
    """The draft a frame tells of; None where it contradicts all."""
    best, best_score = None, 0.0
    back = frame.points_back
    told = _word_back(frame, text) if back and frame.figures and len(known) > 1 else ""
    for draft in known:
        fit = score(draft, frame)
        if not fit:
            continue
        away = min(abs(one.clause.sentence - frame.clause.sentence) for one in draft.frames[-MEMORY:])
        if back or draft.frames[-1].clause.link != DONE:  # «متورطون في هجوم كذا. وبادروا بإطلاق النار»
            fit += RECENCY / (1 + away)
        if (
            told
            and away == NEXT
            and draft.frames[-1].clause.link in OLDER
            and not draft.frames[-1].further
            and _named_so(draft, told, text)
        ):
            fit += ECHO  # «ضربات بعد أسبوع من هجوم على كذا. وقتل 40 نتيجة الهجوم»
        if fit > best_score:
            best, best_score = draft, fit
    return best


def _word_back(frame: Frame, text: str) -> str:
    """The noun by which a frame points back («الهجوم»), bare; "" where there is none."""
    back = next((one for one in frame.triggers if one.points_back and one.part == "noun"), None)
    return _bare(text, back.start, back.stop) if back is not None else ""


def _named_so(draft: Draft, noun: str, text: str) -> bool:
    """Whether the last that was told of a draft names it by the noun that points back."""
    return any(one.part == "noun" and _bare(text, one.start, one.stop) == noun for one in draft.frames[-1].triggers)


def _bare(text: str, start: int, stop: int) -> str:
    return _PARTICLES.sub("", text[start:stop].partition(" ")[0])


def _opens(frame: Frame, text: str) -> bool:
    """Whether a frame may tell of an occurrence not told before: it has figures, stands on top, or is told as one act of one day."""
    named = frame.clause.link == DONE and not (frame.figures or frame.dates)  # «متهمين بتفجير كذا»: only who they are is said
    if named or frame.attribution.hedge == "denied" or any(one.code == "harm" for one in frame.triggers):
        return False  # «وقع الحادث في بلدة كذا»: of what is told already
    if frame.figures:
        return frame.title or frame.lede or not familiar.points_back(frame)  # «القتلى الثلاثة»: of an act that was told
    who = frame.roles
    known = bool(frame.places) + bool(who.agent) + bool(who.target or who.target_class)
    if frame.title or (frame.lede and (not frame.definite or condemned.is_told(frame, text))):
        return frame.code != "harm" and (known > 0 or bool(frame.dates))
    dated = frame.when != (None, None) and (frame.past or any(one.precision in ("day", "span") for one in frame.dates))
    dated = dated or (frame.lede and frame.known is not None and not frame.clause.link)  # «زار الأمير أمس مصابي التفجير», on top
    if frame.clause.link in OLDER or frame.definite:
        return (dated or frame.clause.lag is not None) and known > 0
    if (
        _talked_of(frame)
        or (not dated and (_habitual(frame) or _lasting(frame) or _repeated(frame, text)))
        or (frame.code in SOFT and not (dated and frame.past))
    ):
        return False
    return 2 * dated + 2 * frame.past + known + _specific(frame) >= ENOUGH


def _answered(frame: Frame, text: str) -> bool:
    """«قصف الجيش كذا ردا على إطلاق الجماعة صواريخ على بلدة كذا»: whether what was answered is told with who did it, how and where."""
    if frame.clause.link != "earlier" or frame.definite or frame.figures or frame.code not in FROM_AFAR:
        return False
    if (
        frame.where is None
        or (frame.sums and frame.where.geo_precision >= nearness.COARSE)
        or not armed(frame.roles.agent)
        or frame.attribution.hedge == "denied"
    ):
        return False
    return _ANSWER.match(text, frame.clause.start) is not None


def _only_answered(draft: Draft, frame: Frame, text: str) -> bool:
    """«هاجموا حاجزا ردا على الغارات»: whether a clause only names what an act answers, which is not how it was done, nor where."""
    if frame.clause.link != "earlier" or frame.figures or _IN_ANSWER.match(text, frame.clause.start) is None:
        return False
    if frame.where is None:
        return draft.code in _VAGUE
    same_sentence = draft.frames[-1].clause.sentence == frame.clause.sentence
    return same_sentence and draft.agent is not None and frame.roles.agent is None and frame.where != draft.place


def _recalled(frame: Frame, text: str) -> bool:
    """«وكانت القوات قد سيطرت على بلدة كذا»: whether a recap has an act of the past for its own verb, with a doer and a place."""
    verb = next((one for one in frame.triggers if one.part == "verb" or one.done == "managed"), None)
    if verb is None or frame.clause.link != "recap" or frame.definite or frame.sums or frame.code in SOFT:
        return False
    if frame.where is None or frame.where.geo_precision > nearness.COARSE:
        return False
    if not (armed(frame.roles.agent) or (frame.roles.agent in CROWDS and frame.code in ("raid", "loot"))):
        return False
    return _RELATIVE.search(text, frame.clause.start, verb.start) is None


def _talked_of(frame: Frame) -> bool:
    """«يقف خلف اغتيال العلماء»: a murder that only a noun names, and of which nobody is counted, is talked of more often than told."""
    if frame.code not in ("murder", "execute"):
        return False
    return not any(one.code == frame.code and (one.part == "verb" or one.done) for one in frame.triggers)


def _habitual(frame: Frame) -> bool:
    """«تستهدف خلاياه نقاط الجيش»: whether only verbs in the present say what happens."""
    return not frame.past and all(one.part in ("now", "means") for one in frame.triggers)


def _repeated(frame: Frame, text: str) -> bool:
    """«واستهدفت مرات عدة مواقع قرب المطار»: whether a clause says of what it tells that it was done more than once, and not when."""
    return search(_TIMES, _TIMES_BY, text, frame.clause.start, frame.clause.stop) is not None


def _lasting(frame: Frame) -> bool:
    """«خاضت الجماعة ثلاث حروب منذ 2008», «نفذت الطائرات أكثر من 20 غارة هذا العام»: whether a long time is told, and no day."""
    return any(
        (one.kind == "since" or one.rule == "date.year.relative") and one.first and one.last and one.last - one.first > LASTING
        for one in frame.dates
    )


def _since_recap(draft: Draft, frame: Frame) -> bool:
    """«الأعنف منذ تفجير كذا. ويستهدف التنظيم المدنيين»: whether a clause tells of what goes on, behind an older act told by the way."""
    if not draft.recap or frame.figures or frame.points_back or not _habitual(frame):
        return False
    return all(one.clause.link == "earlier" for one in draft.frames)


def _of_war(draft: Draft, frame: Frame, text: str) -> bool:
    """«انفجار في كذا. وتشن الطائرات غارات في البلاد منذ 2015»: whether a clause only tells of acts of another kind that go on for long."""
    if frame.past or frame.figures or frame.title or frame.points_back or frame.code == draft.code:
        return False
    if frame.when != (None, None) or not _lasting(frame):
        return False
    if any(covered.ranked(text, max(frame.clause.start, one.start - _COMPARED), one.start) for one in frame.dates):
        return False  # «وصف القصف بأنه الأعنف منذ معركة كذا»
    return frame.where is None or frame.where.geo_precision >= nearness.COARSE


def _specific(frame: Frame) -> bool:
    """Whether a frame says what happened: an act of its own kind, or a clash in a town; elsewhere «they fight» for years."""
    if frame.code not in _OF_FIGHT:
        return frame.code not in GENERIC
    return frame.where is not None and frame.where.geo_precision < nearness.COARSE


_OPENING = (_opens, _recalled, _answered, amid.still_fought, moved.told)


def _open(frame: Frame, before: Draft | None, layers: Layers) -> Draft:
    recap = frame.clause.link in OLDER
    draft = Draft([], frame.scope, frame.code, set(), recap=recap, lag=frame.clause.lag, published=layers.published)
    if before and frame.alike and (frame.code == "assault" or (frame.code == "strike" and before.code in FROM_AFAR)):
        draft.code = before.code  # «في هجوم مماثل», «في قصف مماثل»
    if before and not recap:
        draft.near = before.place or before.near
        if harmedtowns.by(before, frame):
            draft.code, draft.agent, draft.named = before.code, before.agent, before.named
    if before and draft.agent is None and frame.roles.agent is None and avenged.apart(before, frame):
        draft.agent = before.target
    add(draft, frame)
    return draft

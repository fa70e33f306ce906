"""Claims: «وأعلن التنظيم مسؤوليته عن الهجوم» says who made the attacks that were told of last, though it tells of none itself."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from agents.extract.actors.register import IRREGULAR, class_of
from agents.extract.acts.events import BOMBS, KINDS, armed
from agents.extract.acts.layers import Layers
from agents.extract.drafts.drafts import Draft
from agents.extract.roles import ascribed
from agents.extract.roles import rolewords as words
from agents.extract.roles.roles import UNKNOWN
from agents.extract.words.letters import search
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import inside
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention

CLAIMED = BOMBS | {"assault", "harm", "shooting", "murder", "execute", "raid", "shell", "strike", "abduct", "grenade", "chemical"}
_BETWEEN = frozenset(["roles.between", "roles.and-between", "roles.fought"])  # rules of a fight of two; an ambush is claimed
BACK = 2  # sentences: so far before a claim stands what it is of
NEAR = 60  # clauses before a claim that are looked at
_REACH = 80  # characters behind a claim in which stands what it is of
_BLAMED = 3  # characters behind a word of blame in which the name of the one blamed begins
_SPOKEN = 12  # characters before who speaks in which the verb of speech begins
_ACCUSERS = 60  # characters between a word of accusing and the one accused
_NEXT = 8  # characters between an accused and the act, at most «كامل»
_ATTACK = r"ال(?:هجوم|تفجير|قصف|عمليه|انفجار|غاره|اعتداء|مجزره|اغتيال)"
_OF_KNOWN = re.compile(  # «بالهجوم», «بالوقوف وراءه», «بتنفيذ التفجير», «بإطلاق القذائف»
    rf"[\"»]?،?\s(?:امس\s|اليوم\s)?ب(?:{_ATTACK}|اطلاق(?:ه|ها)?\sال(?:قذائف|صواريخ|صاروخ|نار|رصاص)|الوقوف\s(?:وراء|خلف)(?:ه|ها|\s{_ATTACK})|(?:تنفيذ|شن|ارتكاب|تدبير)(?:ه|ها|\s{_ATTACK}))(?![\u0621-\u064a])"
)
_SEVERAL = re.compile(r"\s(?:ال)?(?:هجوم|تفجير|انفجار|اعتداء|عمليت)(?:ين|ي)(?![\u0621-\u064a])|\sايا?\sمن")  # «عن تفجيري بغداد»
_MANY = re.compile(  # «وتبنت الجماعة في بيان على الإنترنت، هذه الهجمات»
    rf"(?:[^.،]{{0,30}}?|[^.]{{0,80}}?\sهذه)\sال(?:{any_of('acts', 'several')})"
)


class _Claim(NamedTuple):
    """Who claims, where, and whether it is of several attacks. accused: others say that it did it."""

    start: int
    actor: str
    many: bool
    accused: bool = False


def answer(drafts: Sequence[Draft], layers: Layers) -> None:
    """Names the claimants of drafts of which their own frames name nobody."""
    told = sorted((frame.clause.start, frame.clause.sentence, at) for at, draft in enumerate(drafts) for frame in draft.frames)
    starts = [start for start, _, _ in told]
    for claim in _claims(layers):
        sentence = _sentence(layers, claim.start)
        last = bisect_right(starts, claim.start)
        _name(drafts, claim, [at for _, number, at in reversed(told[max(last - NEAR, 0) : last]) if sentence - number <= BACK])
    known = {sentence for _, sentence, _ in told}
    for clause in layers.clauses:
        if clause.sentence in known or not ascribed.unclaimed(layers, clause):
            continue
        last = bisect_right(starts, clause.start)
        near = [at for _, number, at in reversed(told[max(last - NEAR, 0) : last]) if clause.sentence - number <= BACK]
        _leave_open(drafts, near, many=_SEVERAL.search(layers.text, clause.start, clause.stop) is not None)


def _leave_open(drafts: Sequence[Draft], nearest: Sequence[int], *, many: bool) -> None:
    """«ولم تعلن أي جهة مسؤوليتها»: says of the nearest draft before, or of all near ones, that nobody knows who did it."""
    for at in dict.fromkeys(nearest):
        draft = drafts[at]
        if draft.agent is not None or draft.code not in CLAIMED:
            return
        draft.rules.append(UNKNOWN)
        if not many:
            return


def _sentence(layers: Layers, at: int) -> int:
    """The number of the sentence in which an offset stands."""
    return max(bisect_right(layers.sentences, at, key=itemgetter(0)) - 1, 0)


def _name(drafts: Sequence[Draft], claim: _Claim, nearest: Sequence[int]) -> None:
    """Names the claimant of the nearest draft before a claim, of all near ones where it is of several."""
    for at in dict.fromkeys(nearest):
        draft = drafts[at]
        if not _may_be_claimed(draft, accused=claim.accused) or draft.agent not in (None, claim.actor):
            return
        if draft.agent is None:
            draft.agent, draft.named = claim.actor, True
            draft.target = None if draft.target == claim.actor else draft.target
            draft.rules = [*(rule for rule in draft.rules if rule != UNKNOWN), "report.claimed"]
        if not claim.many:
            return


def _may_be_claimed(draft: Draft, *, accused: bool) -> bool:
    """Whether an act is one that is claimed: no strike from the air but one by drones, no fight of two. accused: others say who did it."""
    if draft.code == "air":
        return accused or any(one.drone for frame in draft.frames for one in frame.triggers)
    return draft.code in CLAIMED or (draft.code == "clash" and _BETWEEN.isdisjoint(draft.rules))


def _claims(layers: Layers) -> Iterator[_Claim]:
    """The claims of attacks that are already known: definite, and of those who bear arms; and whom others say to have done it."""
    text = layers.text
    yield from _accusations(layers)
    for cue in layers.hits.get("agents", ()):
        kind = cue.value.partition("/")[0]
        if kind == "blamed":
            blamed = next((one for one in inside(layers.actors, cue.stop - 1, cue.stop + _BLAMED) if armed(one.actor)), None)
            if blamed is not None:
                yield _Claim(cue.start, blamed.actor, many=False)
        if kind not in ("claim", "told"):
            continue
        actor = ascribed.claimant(layers, cue)
        if actor is None or not _may_claim(layers, actor, cue) or not ascribed.claims(layers, actor, cue):
            continue
        stop = max(cue.stop, actor.stop)
        if _known(layers, cue, stop) and not ascribed.of_earlier(layers, stop):
            yield _Claim(min(actor.start, cue.start), actor.actor, _MANY.match(text, stop) is not None)


def _accusations(layers: Layers) -> Iterator[_Claim]:
    """«واتهمت وزارة الدفاع الحزب بالهجوم»: whom somebody, who stands between, accuses of an act that is known."""
    for cue in layers.hits.get("reject", ()):
        if "تهم" not in layers.text[cue.start : cue.stop]:
            continue
        for one in inside(layers.actors, cue.stop + 1, cue.stop + _ACCUSERS):
            between = layers.text[cue.stop : one.start].split()
            if between and armed(one.actor) and _OF_KNOWN.match(layers.text, one.stop):
                yield _Claim(cue.start, one.actor, many=False, accused=True)
                break


def _may_claim(layers: Layers, actor: "ActorMention", cue: Hit) -> bool:
    """Whether an actor claims what it did, or others say that it did it, as of states, which claim nothing.

    Where a word is no claim by itself («المسؤولية»), the actor must speak.
    """
    if _suspected(layers.text, actor, cue):
        return True
    spoken = inside(layers.hits.get("attribution", ()), actor.start - _SPOKEN, actor.start)
    says = cue.value.startswith("claim") or any(one.stop + 1 >= actor.start for one in spoken)
    return says and class_of(actor.actor) in IRREGULAR


def _suspected(text: str, actor: "ActorMention", cue: Hit) -> bool:
    """«يعتقد أن إسرائيل تقف وراء الغارة», «تحمل إسرائيل مسؤولية الغارة»."""
    if not armed(actor.actor) or actor.stop + _NEXT < cue.start:
        return False
    accused = search(words.ACCUSES, words.ACCUSED_BY, text, max(actor.start - _ACCUSERS, 0), actor.start)
    return accused is not None or ascribed.STANDS.match(text, cue.start) is not None


def _known(layers: Layers, cue: Hit, stop: int) -> bool:
    """Whether what is claimed was told before: «الهجوم», «عنه»; not «هجوما في بغداد»."""
    if layers.text[cue.stop - 1] in "هام" and not layers.text.endswith("مسؤوليتها", cue.start, cue.stop):
        return True
    end = layers.sentences[_sentence(layers, stop)][1]
    acts = [one for one in inside(layers.hits.get("event", ()), stop, min(stop + _REACH, end)) if one.value.split("/")[0] in KINDS]
    return not acts or "ال" in acts[0].proclitic or "لل" in acts[0].proclitic or layers.text.startswith("ال", acts[0].entry_start)

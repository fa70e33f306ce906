"""Other places: an act goes on in one with those of the one before («قصفت كذا، كما استهدفت كذا», «كما دارت معارك في كذا»)."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import FROM_AFAR, VIOLENT, armed, refined
from agents.extract.clauses.coordinated import SO_MANY
from agents.extract.places import nearness
from agents.extract.roles.rolewords import LATELY, MANAGE
from agents.extract.sites import towns

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger
    from agents.extract.frames.frame import Frame

ACTS = frozenset(["assault", "air", "shell", "strike", "raid", "territory", "loot", "arrest"])
_HARMS_ON = FROM_AFAR | {"clash"}  # acts of one doer in several places at once
_LISTED = FROM_AFAR | {"territory"}  # acts of which nouns name one after the other
_OPENS = re.compile(r"[\"»،,.]?\s?(?:كما|وكذلك|كذلك|ايضا)\s")
_BESIDES = re.compile(r"[\"»،,.]?\s?و?(?:ب?ال)?(?:اضافه الي|فضلا عن|علاوه علي|الي جانب)\s(?:\S+\s)?$")
_GOES_ON = re.compile(r"\s(?:ايضا|كذلك)(?!\w)")  # «واستهدفت كذلك بلدة»
_WAS_DONE = re.compile(r"[\"»،,.]?\s?(?:كما|وكذلك|كذلك|ايضا)\s(?:تم|جري)\s$")  # «كما تم استهداف مخزن»: by those who did what stands before
_COVERED = re.compile(r"[\"»،,.]?\s?(?:كما|وكذلك|كذلك|ايضا)\s(?:شملت?|امتدت?)\s$")  # «كما شملت الغارات معسكرا في كذا»
_MORE = re.compile(r"(?:\s\S+يه?)?\s(?:اخري|مماثله?)(?!\w)")
_OTHER = re.compile(r"\s(?:اخري|اخر)(?!\w)")
_DOES = (  # verbs whose object is an act, or what it is done with: «كما شنت غارات», «وفجرت عبوة»
    "شن", "نفذ", "واصل", "كثف", "جدد", "فجر", "القي", "القت", "اطلق", "اسقط", "وشن", "ونفذ", "وفجر", "والقي", "والقت", "واطلق", "واسقط",
)  # fmt: skip
_BRINGS = re.compile(  # «كما نجحت في السيطرة على», «وتمكنت الاثنين من تحرير»: a verb of success that has the act for its object
    rf"[\"»،,.]?\s?(?:(?:كما|وكذلك|كذلك|ايضا)\s|و)((?:{MANAGE}|استكمل|احكم|فرض|بسط)(?:ت|وا)?)\s(?:{LATELY}\s)?(?:من\s|في\s)?$"
)
_NEXT = 1  # sentences back
_FRAMES = 4  # frames that are looked back in a sentence


def go_on(frame: "Frame", before: Sequence["Frame"], text: str) -> "Frame":
    """The frame, with who did what was told before it and to whom, where it only says in what other place that befell people too."""
    if not before or frame.clause.link != "new":
        return frame
    last = before[-1]
    if frame.code == "harm":
        return _harmed_on(frame, last, text)
    heads = [one for one in frame.triggers if not one.rejected and one.part != "means"]
    if heads and _is_coordinated(frame, heads[0], last, text):
        return _coordinated(frame, heads, _told_by(before, last), text)
    return _acted_on(frame, heads, last, text)


def _acted_on(frame: "Frame", heads: Sequence["Trigger"], last: "Frame", text: str) -> "Frame":
    """«كما استهدفت كذا»: of a verb that has no subject, where the frame names another place."""
    if not heads or not (_opens(frame, heads[0], text) or _BRINGS.match(text, frame.clause.start, heads[0].start)):
        return frame
    if frame.clause.sentence - last.clause.sentence > _NEXT or not _elsewhere(frame, last, text):
        return frame
    if frame.code == last.code == "clash":
        return _fight_on(frame, last)
    who, told = frame.roles, last.roles
    if not {frame.code, last.code} <= ACTS or not armed(told.agent) or not _has_no_subject(frame, heads, last, text):
        return frame
    if who.agent not in (None, told.agent) or who.target == told.agent:
        return frame
    target = who.target or (told.target if not who.target_class else None)
    frame.roles = who._replace(agent=told.agent, target=target, rules=(*who.rules, "roles.also"))
    if last.code in FROM_AFAR and frame.code in ("assault", "strike"):
        frame.code = refined(frame.code, {last.code})
    return _told_with(frame, last)


def _told_by(before: Sequence["Frame"], last: "Frame") -> "Frame":
    """The last frame of a sentence that names who did it, or who says so; else the last of all."""
    same = (one for one in reversed(before[-_FRAMES:]) if one.clause.sentence == last.clause.sentence)
    return next((one for one in same if one.roles.agent or one.roles.speaker), last)


def _is_coordinated(frame: "Frame", head: "Trigger", last: "Frame", text: str) -> bool:
    """«، وقصفت كذا», «، وخمس غارات على كذا»: whether a clause of the same sentence begins with «و» and its act."""
    start = frame.clause.start
    if frame.clause.sentence != last.clause.sentence or not text.startswith("و", start):
        return False
    return head.start - start <= 1 or (head.part == "noun" and SO_MANY.fullmatch(text, start, head.start) is not None)


def _coordinated(frame: "Frame", heads: Sequence["Trigger"], last: "Frame", text: str) -> "Frame":
    """The frame of a verb without a subject, or of more raids, with who did what stands before; also where he only speaks of it.

    «شن الجيش غارات على كذا، وقصف مدفعي على كذا»: another act that a noun names may be somebody else's.
    """
    who, told = frame.roles, last.roles
    if who.agent or who.speaker or not (told.agent or told.speaker) or last.code not in VIOLENT | ACTS:
        return frame
    if heads[0].part == "noun":
        goes_on = frame.code == last.code and frame.code in _LISTED and not heads[0].definite and _elsewhere(frame, last, text)
    else:
        elsewhere = frame.where is not None and (last.where is None or _elsewhere(frame, last, text))
        goes_on = elsewhere and frame.code in VIOLENT | ACTS and _has_no_subject(frame, heads, last, text)
    if not goes_on or told.agent in (who.target, "civilians", "protesters"):
        return frame
    target = who.target or (told.target if not who.target_class and frame.code == last.code else None)
    frame.roles = who._replace(agent=told.agent, speaker=told.speaker, target=target, rules=(*who.rules, "roles.also"))
    if last.code in FROM_AFAR and frame.code in ("assault", "strike"):
        frame.code = refined(frame.code, {last.code})
    return _told_with(frame, last)


def _fight_on(frame: "Frame", last: "Frame") -> "Frame":
    """«كما دارت اشتباكات في كذا»: between the same two, where nobody is named."""
    who, told = frame.roles, last.roles
    if who.agent or who.target or not (armed(told.agent) and armed(told.target)):
        return frame
    frame.roles = who._replace(agent=told.agent, target=told.target, rules=(*who.rules, "roles.also"))
    return _told_with(frame, last)


def _harmed_on(frame: "Frame", last: "Frame", text: str) -> "Frame":
    """«قتل خمسة في غارات على كذا، فيما قتل ثلاثة في كذا»: people harmed elsewhere, of whom no act is told but that of those before."""
    if frame.clause.sentence != last.clause.sentence or frame.triggers or frame.title:
        return frame
    if last.code not in _HARMS_ON or not last.figures or last.scope.scope != "incident" or frame.scope.scope != "incident":
        return frame
    told, befell = last.roles, {one.party for one in last.figures}
    if (
        not frame.figures
        or not all(one.party in befell or one.party == "unknown" for one in frame.figures)
        or not _elsewhere(frame, last, text)
    ):
        return frame
    frame.code, frame.codes = last.code, {last.code}
    frame.roles = frame.roles._replace(agent=told.agent, target=told.target, rules=(*frame.roles.rules, "roles.also"))
    frame.rules[0] = f"event.{last.code}"
    return _told_with(frame, last)


def _told_with(frame: "Frame", last: "Frame") -> "Frame":
    """The frame, of the days of the one before where it tells none."""
    frame.definite = False  # «كما طال القصف مواقع أخرى»
    frame.rules.append("roles.also")
    if not frame.dates and last.dates:
        frame.dates, frame.when = last.dates, last.when
    return frame


def _opens(frame: "Frame", head: "Trigger", text: str) -> bool:
    """Whether the clause opens as one more: with «كما» or «إضافة إلى», or with «كذلك» behind its verb."""
    if _BESIDES.match(text, frame.clause.start, head.start):
        return True
    return _OPENS.match(text, frame.clause.start) is not None or _GOES_ON.match(text, head.stop) is not None


def _was_done(frame: "Frame", first: "Trigger", text: str) -> bool:
    """«كما تم استهداف مخزن في كذا»: whether a noun tells of an act that was done as well."""
    return not first.definite and _WAS_DONE.match(text, frame.clause.start, first.start) is not None


def _opens_more(frame: "Frame", text: str) -> bool:
    """«كما طال القصف بلدة كذا»: whether the clause opens with «as well»."""
    return _OPENS.match(text, frame.clause.start) is not None


def _has_no_subject(frame: "Frame", heads: Sequence["Trigger"], last: "Frame", text: str) -> bool:
    """Whether the first word for the act is a verb that may have the subject of the one before; or is known, and befell others."""
    first = heads[0]
    told = first.part == "noun" and (_BESIDES.match(text, frame.clause.start, first.start) or _was_done(frame, first, text))
    if told:
        return True  # «بالإضافة إلى قصف مواقع في كذا»
    brings = _BRINGS.match(text, frame.clause.start, first.start) if first.part == "noun" else None
    if first.part != "verb" and brings is None:
        more = first.code in FROM_AFAR and _COVERED.match(text, frame.clause.start, first.start) is not None
        return first.definite and len(heads) == 1 and (more or _OTHER.search(text, frame.clause.start, frame.clause.stop) is not None)
    own = next(
        (one for one in heads[1:] if one.part == "noun" and one.start - first.stop <= 1 and text[one.start] != "ب"), None
    )  # «كما استهدفت غارة»
    if own is not None and own.definite and first.code == "assault":
        return _opens_more(frame, text) or _OTHER.search(text, own.stop, frame.clause.stop) is not None  # «كما طال القصف مواقع أخرى»
    if own is not None and not text.startswith(_DOES, first.start):
        return first.code == "assault" and _MORE.match(text, own.stop) is not None  # «كما استهدفت غارات أخرى»
    verb = next((one for one in last.triggers if one.part == "verb"), None)
    opens = next((one.start for one in last.triggers if verb is None), None)
    if opens is not None and opens - last.clause.start <= 1:  # «قصف طيران التحالف»
        return text[text.find(" ", opens) - 1] != "ه" and text[first.stop - 1] != "ت"
    last_letter = text[(brings.end(1) if brings else first.stop) - 1]
    return verb is not None and (text[verb.stop - 1] == "ت") == (last_letter == "ت")


def _elsewhere(frame: "Frame", last: "Frame", text: str) -> bool:
    """Whether both happened in places of which neither may be the other."""
    one, two = frame.where, last.where
    if one is None or two is None or one.geo_precision >= nearness.COUNTRY or nearness.may_be_one(one, two):
        return False
    return not any(named.place == one and towns.is_end(text, named.start) for named in frame.places)

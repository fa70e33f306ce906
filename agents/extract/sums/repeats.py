"""Repeats: a number that the article tells again counts once, where most is told of it."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import VIOLENT, armed, compatible
from agents.extract.drafts.drafts import Draft, near_days, same_days
from agents.extract.drafts.tallies import equal, same_people, vague
from agents.extract.figures.mention import MORE, OTHER, OTHERS
from agents.extract.fitting.fitting import TELLING
from agents.extract.harm.harm import SURE
from agents.extract.places import nearness
from agents.extract.sums import towns
from agents.extract.sums.towns import FEW_ALIKE, Number

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame

LEAST, _MEASURES = 3, 2  # people: fewer are equal by accident; numbers of two measures: one alone is
TOP, REACH = 4, 48  # drafts of which the top of an article may tell; drafts in which a number told again is sought
FAR, BELOW = 400, 3  # days: so far back is history, told in passing; sentences: so far below the top its news is told in full
DOZENS = 20  # people: of so many, «more than 200» and 215 are two accounts of one act, where both are of one place
GREAT, NEAR = 50, 1.2  # people: of so many, where both are of one country; the exact number, over the round one
_DEADLY = VIOLENT | {"territory", "sexual"}
_HIS = "figure.his"  # the rule of one who was told of before: «بادر بإطلاق النار، ما أدى إلى مقتله»


def mark(drafts: list[Draft]) -> None:
    """Takes out of drafts what others tell better; a draft of an occurrence that has no other number becomes a summary."""
    told: dict[Number, Draft] = {}
    great: list[tuple[FigureMention, Draft]] = []
    for draft in drafts[:REACH]:
        for one, frame in draft.figures:
            if draft.scope.scope != "incident" or one.subset or (one.low or 0) < LEAST or vague(one):
                continue
            number = one.measure, one.low or 0
            other = told.setdefault(number, draft)
            again = other is not draft and not (
                _long_before(other, draft)
                or _of_other_kind(other, one)
                or towns.apart(other, draft, number)
                or _of_others(one, frame)
                or _recalled(other, draft, number)
                or _apart(other, draft, one)
            )
            if again and ((one.low or 0) >= TELLING or _on_top(other, draft, one) or _there_again(other, draft, one)):
                told[number] = _count_once(other, number, draft, number)
                _complete(other, draft)
            elif (one.low or 0) >= DOZENS:
                for known, before in great:
                    if before is not draft and _agree(known, before, one, draft):
                        _count_once(before, (known.measure, known.low or 0), draft, number)
                great.append((one, draft))
    _few(drafts)
    _all_alike(drafts)
    for draft in drafts:
        if draft.repeated:
            leave_out(draft)
    _tolls(drafts)


def _complete(one: Draft, later: Draft) -> None:
    """«أوقع التفجير 13 قتيلا», «غداة هجوم أسفر عن 13 قتيلا و31 جريحا»: who else fell is told of the older act where it is told again."""
    near = same_days(one, later.first, later.last) or near_days(one, later.first, later.last)
    if not (later.lag and later.repeated and near and like(one.code, later.code) and nearness.may_be_one(one.place, later.place)):
        return
    exact = {(told[0].measure, told[0].low): told for told in later.figures if told[0].low == told[0].high}
    more = [told for told in later.figures if not (vague(told[0]) or any(told[0].measure == other.measure for other, _ in one.figures))]
    one.figures = [exact.get((told[0].measure, told[0].low), told) if told[0].high is None else told for told in one.figures] + more
    later.repeated |= {(figure.measure, _low(figure)) for figure, _ in more}


def _of_others(one: "FigureMention", frame: "Frame") -> bool:
    """«وقتل ثمانية آخرون في غارة أخرى», «بعد يومين على مقتل ثمانية آخرين»: whether as many more were killed in another act."""
    return one.measure == "killed" and OTHERS in one.rules and (frame.further or frame.clause.lag is not None)


def _apart(draft: Draft, later: Draft, again: "FigureMention") -> bool:
    """«مئة قتيل في تفجيرين السبت», «قتل مئة من الجماعة في كذا الخميس»: whether of as many the ones bear arms, elsewhere on another day."""
    if not (draft.stated and later.stated) or same_days(draft, later.first, later.last) or nearness.may_be_one(draft.place, later.place):
        return False
    said = [one.party for one, _ in draft.figures if (one.measure, one.low) == (again.measure, again.low) and not one.subset]
    return draft.place is not None and later.place is not None and all(armed(one) != armed(again.party) for one in said)


def _recalled(one: Draft, two: Draft, number: Number) -> bool:
    """Whether few fell in either act, of which the one is told as older, with another day."""
    apart = one.stated and two.stated and one.recap != two.recap and not near_days(one, two.first, two.last)
    return apart and number[1] < FEW_ALIKE and not same_days(one, two.first, two.last)


def _of_other_kind(draft: Draft, again: "FigureMention") -> bool:
    """«قصف قتل ثمانية مدنيين», «غارة قتلت ثمانية مقاتلين»: whether of as many, ones bear arms and others not, or of two sides."""
    if again.measure not in SURE:
        return False
    said = [one.party for one, _ in draft.figures if (one.measure, one.low) == (again.measure, again.low) and not one.subset]
    return bool(said) and all(_two_sorts(one, again.party) for one in said)


def _two_sorts(one: str, two: str) -> bool:
    """Whether one party bears arms and another does not, or both do, of different sides."""
    return "unknown" not in (one, two) and (armed(one) != armed(two) or (armed(one) and not same_people(one, two)))


def _few(drafts: list[Draft]) -> None:
    """«استشهاد فتى» on top, «فتى استشهد برصاص الجنود شرق المخيم» below: one or two of whom the text tells again."""
    for at, top in enumerate(drafts[:TOP]):
        if top.scope.scope != "incident":
            continue
        for one, frame in top.figures:
            if not (frame.title or frame.lede) or one.measure != "killed" or one.subset or not 0 < _low(one) < LEAST or one.high != one.low:
                continue
            for later in drafts[at + 1 : REACH]:
                if _told_again(one, top, later):
                    less = top if _exactly_told(top) < _exactly_told(later) else later
                    less.repeated.add(("killed", _low(one)))
                    break


def _all_alike(drafts: list[Draft]) -> None:
    """«مقتل جندي وإصابة اثنين» twice, of one day: where no two towns are named, as many dead and as many wounded are the same people."""
    known: list[tuple[Draft, set[Number]]] = []
    gone: list[Draft] = []
    for draft in drafts[:REACH]:
        if draft.scope.scope != "incident" or draft.recap or draft.lag is not None or any(frame.further for frame in draft.frames):
            continue
        counted = {(one.measure, _low(one)) for one, _ in draft.figures if not (one.subset or vague(one)) and _low(one)} - draft.repeated
        if len(counted) < _MEASURES or sum(low for _, low in counted) < LEAST:
            continue
        for before, told in known:
            both = counted & told
            if both in (counted, told) and _may_be_same(before, draft):
                less = before if _exactly_told(before) < _exactly_told(draft) else draft
                less.repeated |= both
                gone += [less] if both == {(one.measure, _low(one)) for one, _ in less.figures} else []
                break
        known.append((draft, counted))
    drafts[:] = [one for one in drafts if not any(one is other for other in gone)]


def _may_be_same(one: Draft, two: Draft) -> bool:
    """Whether two drafts tell of like acts of about one day, that were not in two towns, and harmed the same sides."""
    here, there = one.place, two.place
    coarse = any(place is None or place.geo_precision >= nearness.COUNTRY for place in (here, there))
    if not (coarse or nearness.may_be_one(here, there)) or not like(one.code, two.code):
        return False
    if not (same_days(one, two.first, two.last) or near_days(one, two.first, two.last)):
        return False
    sides = {(figure.measure, figure.low): figure.party for figure, _ in one.figures if not figure.subset}
    return all(
        same_people(sides[figure.measure, figure.low], figure.party)
        for figure, _ in two.figures
        if not figure.subset and (figure.measure, figure.low) in sides
    )


def _told_again(one: "FigureMention", top: Draft, later: Draft) -> bool:
    """Whether a later draft tells only of the few whom the top of the article counts, in a like act, at about that place and time."""
    if later.scope.scope != "incident" or later.lag is not None:
        return False
    killed = [(other, frame) for other, frame in later.figures if other.measure == "killed" and not other.subset]
    if len(killed) != 1 or sum(other.measure == "killed" and other.low == one.low for other, _ in top.figures) > 1:
        return False
    other, frame = killed[0]
    resisted = top.code == "arrest" and later.code in _DEADLY and _HIS in other.rules  # «مقتل متشدد واعتقال 16»
    if OTHER in other.rules or frame.further or not (resisted or (like(top.code, later.code) and not later.recap)):
        return False
    crowd = {one.party, other.party} <= {"civilians", "protesters", "unknown"}
    if (other.low, other.high) != (one.low, one.high) or not (crowd or same_people(one.party, other.party)):
        return False
    if frame.clause.link and not (frame.clause.link == "new" and _in_detail(one, top, other, frame, later)):
        return False
    here, there = top.place, later.place
    region = here is not None and there is not None and here.admin1 is not None and here.admin1 == there.admin1
    return (region or nearness.may_be_one(here, there)) and (
        same_days(top, later.first, later.last) or near_days(top, later.first, later.last)
    )


def _in_detail(one: "FigureMention", top: Draft, other: "FigureMention", frame: "Frame", later: Draft) -> bool:
    """«من ناحية أخرى، قتل جنديان في انفجار عبوة في كذا»: whether what the top told in brief is told far below, of the same people there."""
    if one.party != other.party or top.place is None or later.place is None or not nearness.same(top.place, later.place):
        return False
    titled = any(told.title and equal(figure, one) for told in top.frames for figure in told.figures)
    below = frame.clause.sentence - min(told.clause.sentence for told in top.frames if told.figures) >= BELOW
    return titled and below and compatible(top.code, later.code)


def _exactly_told(draft: Draft) -> tuple[bool, bool, bool, int, int]:
    """How much is told of an occurrence of few: also how fine its place is, and how many it hurt."""
    return *told_of(draft), -draft.place.geo_precision if draft.place else -nearness.COUNTRY, len(draft.figures)


def like(one: str, two: str) -> bool:
    """Whether the kinds of two acts may be those of one that killed few."""
    return compatible(one, two) or {one, two} <= _DEADLY | {"protest", "disperse", "riot"}


def _count_once(one: Draft, number: Number, two: Draft, again: Number) -> Draft:
    """Marks the number of the draft that tells less as repeated; which of the two tells more."""
    if told_of(one) <= told_of(two) and not _only_took(two, one):
        one.repeated.add(number)
        return two
    two.repeated.add(again)
    return one


def _only_took(later: Draft, draft: Draft) -> bool:
    """«ارتكب مذبحة بحق 2700», «منذ أن سيطر على كذا، ونفذ الإعدام في 2700»: whether how people died is told first, and later of ground."""
    return later.code == "territory" and draft.code in ("execute", "murder")


def _long_before(one: Draft, two: Draft) -> bool:
    """Whether the days of two occurrences lie so far apart that as many died in either by accident."""
    first, second = one.last or one.first, two.last or two.first
    return one.stated and two.stated and first is not None and second is not None and abs((first - second).days) > FAR


def leave_out(draft: Draft) -> None:
    """A draft without its repeated numbers."""
    left = [(one, frame) for one, frame in draft.figures if (one.measure, one.low) not in draft.repeated]
    draft.rules.append("scope.told-again")
    if left:
        draft.figures = left
    else:
        draft.scope = draft.scope._replace(scope="summary", rule="scope.told-again")


def _agree(one: "FigureMention", draft: Draft, two: "FigureMention", later: Draft) -> bool:
    """Whether «more than 200» and 215 are the dead of one act: of the same people, about the same day, in one place or country."""
    less, more = sorted((one, two), key=_low)
    if less.measure != more.measure or less.high is not None or not _low(less) < _low(more) <= NEAR * _low(less):
        return False
    if not (same_people(one.party, two.party) or "civilians" in (one.party, two.party)) or not {draft.code, later.code} <= _DEADLY:
        return False
    here, there = draft.place, later.place
    if _low(less) >= GREAT and here is not None and there is not None and here.country == there.country:
        return near_days(draft, later.first, later.last)
    return same_days(draft, later.first, later.last) and nearness.may_be_one(here, there)


def _low(one: "FigureMention") -> int:
    return one.low or 0


def _on_top(draft: Draft, later: Draft, again: "FigureMention") -> bool:
    """Whether title or first sentence tell that number of the same people in a like act: then a small one is told again too."""
    return compatible(draft.code, later.code) and any(
        (frame.title or frame.lede) and (one.measure, one.low) == (again.measure, again.low) and one.party == again.party
        for one, frame in draft.figures
    )


def _there_again(draft: Draft, later: Draft, again: "FigureMention") -> bool:
    """«قتل ثلاثة متظاهرين في كذا الأربعاء. … غداة احتجاجات أسفرت عن مقتل ثلاثة متظاهرين»: few of one party, in one place on one day."""
    place, there = draft.place, later.place
    if place is None or there is None or place.geo_precision >= nearness.COARSE or not nearness.same(place, there):
        return False
    if not like(draft.code, later.code) or not MORE.isdisjoint(again.rules) or any(frame.further for frame in later.frames):
        return False
    party = next(one.party for one, _ in draft.figures if (one.measure, one.low) == (again.measure, again.low))
    first = later.first is not None and draft.stated and (not later.stated or (draft.first, draft.last) == (later.first, later.last))
    return first and party == again.party and again.measure == "killed"


def told_of(draft: Draft) -> tuple[bool, bool, bool]:
    """How much is told of an occurrence: what happened, when, where."""
    return draft.code != "harm", draft.stated, draft.place is not None


def _tolls(drafts: list[Draft]) -> None:
    """Of tolls with the same numbers, on top and below, the one stands that tells most of them; it takes the parts that the others tell."""
    tolls = sorted((one for one in drafts[:REACH] if one.scope.scope == "toll"), key=lambda one: (-len(one.figures), _is_headline(one)))
    told: dict[tuple[str, int | None, int | None, str | None], Draft] = {}
    for draft in tolls:
        new = [pair for pair in draft.figures if _low(pair[0]) < TELLING or _key(pair[0]) not in told]
        if len(new) < len(draft.figures) and all(one.subset for one, _ in new):
            wholes = {one.measure: told[_key(one)] for one, _ in draft.figures if not one.subset and _key(one) in told}
            for one, frame in new:
                _take_part(wholes.get(one.measure), one, frame)
            drafts[:] = [one for one in drafts if one is not draft]
        else:
            draft.figures = new
        for one, _ in draft.figures:
            told.setdefault(_key(one), draft)


def _take_part(toll: Draft | None, part: "FigureMention", frame: "Frame") -> None:
    """«مقتل 900 منذ مايو», «… 900، بينهم 200 طفل»: gives a part to the toll that counts the whole, where it tells none of its kind."""
    if toll is not None and not any((one.measure, one.subset) == (part.measure, part.subset) for one, _ in toll.figures):
        toll.figures.append((part, frame))


def _key(one: "FigureMention") -> tuple[str, int | None, int | None, str | None]:
    return one.measure, one.low, one.high, one.subset


def _is_headline(draft: Draft) -> bool:
    return all(frame.title for frame in draft.frames)

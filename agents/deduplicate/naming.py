"""Names of the harmed: people whom accounts of one occurrence call by several names are counted once.

Whose side one account leaves open, another names; whom one calls civilians were protesters, or soldiers, for another; gunmen of one are a
group's men for another. Where one side alone is hit, accounts that each count its dead under one name are rivals, and the more counts.
"""

from collections.abc import Mapping

from streams.records import Claim, Reconciled

Group = tuple[str, str, str]  # measure, party, subset or ""
HARM = frozenset({"killed", "wounded", "captured"})  # fighters and civilians leave a town each in their own column
_PLAIN = ("civilians", "protesters")  # what people are called of whom no more is known, or said
_UNNAMED = ("rebel:", "militia:")  # armed people, of whom an account gives no group
_COUNTED = 3  # persons: fewer are equal by chance
_MANY = 10  # persons: from so many on, counts of the same people differ a little


def settled(
    found: Mapping[Group, Reconciled], groups: Mapping[Group, Mapping[str, Claim]], by: str | None = None
) -> tuple[Reconciled, ...]:
    """The figures of an incident, of those found by measure, party and subset, so that nobody is counted under two names.

    groups: the claims behind each, by origin. What one account counts apart stays apart. by: who hit, where nobody hit back; None where
    two sides may have lost people.
    """
    left = dict(found)
    for key in sorted((key for key in found if _is_plain(key[1])), key=lambda key: (key[1] not in _PLAIN, key)):
        other = _renamed(key, left, groups) if key in left else None
        if other is not None:
            known = other[1].startswith("gov:") or (len(groups[other]), not _is_plain(other[1])) >= (len(groups[key]), False)
            dropped, kept = (key, other) if known else (other, key)
            left[kept] = _both(left[kept], left.pop(dropped))
    left = _of_rivals(left, groups, by)
    if all(key[1] != "unknown" for key in left):
        return tuple(left.values())
    return tuple(f for f in (_remainder(f, left, groups) for f in left.values()) if f is not None)


def _is_plain(party: str) -> bool:
    return party in _PLAIN or party.startswith(_UNNAMED)


def _may_be(plain: str, other: str) -> bool:
    """Whether people of a plain name may be those of another: anybody may be called civilians, gunmen are of no state."""
    if other in (plain, "unknown"):
        return False
    return plain in _PLAIN or not (other in _PLAIN or other.startswith("gov:"))


def _renamed(key: Group, left: Mapping[Group, Reconciled], groups: Mapping[Group, Mapping[str, Claim]]) -> Group | None:
    """The figure of the same people under another name: as many, and no account counts the two apart."""
    mine = left[key].best or 0
    if mine < _COUNTED or key[0] not in HARM:
        return None
    told = _accounts(groups[key])
    same = [
        other
        for other in left
        if (other[0], other[2]) == (key[0], key[2])
        and _may_be(key[1], other[1])
        and _as_many(mine, left[other].best or 0)
        and told.isdisjoint(_accounts(groups[other]))
    ]
    return max(same, key=lambda other: (len(groups[other]), other)) if same else None


def _of_rivals(left: dict[Group, Reconciled], groups: Mapping[Group, Mapping[str, Claim]], by: str | None) -> dict[Group, Reconciled]:
    """The figures without those that are another count of people counted in a larger one: no account gives the two side by side."""
    whole = sorted(
        (key for key in left if key[0] in HARM and not key[2] and key[1] != "unknown"), key=lambda key: (-(left[key].best or 0), key)
    )
    kept: list[tuple[Group, set[str]]] = []
    for key in whole if len(whole) > 1 else ():
        told = _accounts(groups[key])
        for number, (other, known) in enumerate(kept):
            if (
                other[0] == key[0]
                and _are_rivals(key[1], other[1], by if (left[other].best or 0) >= _COUNTED else None)
                and told.isdisjoint(known)
            ):
                name = max(key, other, key=lambda one: (len(groups[one]), not _is_plain(one[1]), one))
                figure = _both(left.pop(other), left.pop(key))
                left[name] = figure.model_copy(update={"party": name[1]})
                kept[number] = name, known | told
                break
        else:
            kept.append((key, told))
    return {key: left[key] for key in sorted(left)}


def _are_rivals(one: str, other: str, by: str | None) -> bool:
    """Whether people of one name may be those of the other though their numbers differ: a crowd, or whoever one side hit."""
    return {one, other} == set(_PLAIN) or (by is not None and by not in (one, other))


def _as_many(one: int, two: int) -> bool:
    return one == two or (min(one, two) >= _MANY and 10 * max(one, two) <= 11 * min(one, two))


def _accounts(claims: Mapping[str, Claim]) -> set[str]:
    return {claim.report_id for claim in claims.values()}


def _both(kept: Reconciled, dropped: Reconciled) -> Reconciled:
    """One figure for both, its bounds those of both."""
    lows, highs = ([getattr(one, bound) for one in (kept, dropped) if getattr(one, bound) is not None] for bound in ("low", "high"))
    return kept.model_copy(update={"low": min(lows, default=None), "high": max(highs, default=None)})


def _remainder(figure: Reconciled, found: Mapping[Group, Reconciled], groups: Mapping[Group, Mapping[str, Claim]]) -> Reconciled | None:
    """An open figure less those that other accounts name; None where nothing is left."""
    if figure.party != "unknown":
        return figure
    subset = figure.subset or ""
    telling = (claim for claim in groups[figure.measure, "unknown", subset].values() if figure.best in (claim.low, claim.high))
    open_ids = {claim.report_id for claim in telling}  # of those who say so many: whom an outvoted account counts beside fewer is in them
    named = [
        f
        for key, f in found.items()
        if key[0] == figure.measure
        and key[2] == subset
        and key[1] != "unknown"
        and not open_ids & {c.report_id for c in groups[key].values()}
    ]
    if not named:
        return figure
    rest = (figure.best or 0) - sum(f.best or 0 for f in named)
    if rest <= 0:
        return None
    return figure.model_copy(update={"low": 0, "best": rest, "high": max(rest, (figure.high or 0) - sum(f.low or 0 for f in named))})

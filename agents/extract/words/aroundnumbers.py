"""Around numbers: the signs that make digits part of a date or a score, and the same number once more («(15) خمسة عشر»)."""

_BRACKETS = ' ()"«»'
_KINDS = frozenset(["digits", "words"])
_GAP = 3  # characters


def sign(text: str, at: int, stop: int, wanted: str) -> bool:
    """«12/5», «12 : 5»: whether digits and such a sign stand before or behind."""
    before, after = text[max(at - 4, 0) : at], text[stop : stop + 4]
    return (before.rstrip(" ")[-1:] == wanted and before.rstrip(" /:")[-1:].isdigit()) or (
        after.lstrip(" ")[:1] == wanted and after.lstrip(" /:")[:1].isdigit()
    )


def twice(text: str, stop: int, start: int, one: tuple[float, str], two: tuple[float, str]) -> bool:
    """«(33) ثلاثة وثلاثين», «ثلاثين (30)»: whether one number is told in digits, and right beside them in words.

    stop, start: where the first ends and the second begins. one, two: value and form of each.
    """
    apart = one[0] != two[0] or {one[1], two[1]} != _KINDS or start - stop > _GAP
    return not apart and not text[stop:start].strip(_BRACKETS)

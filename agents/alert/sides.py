"""Whose the dead are that two accounts count: may they be the same?"""

UNKNOWN, GUNMEN = "unknown", "rebel:"  # a side that is left open; gunmen under a name that a paper gives them
HELPLESS = frozenset({"civilians", "protesters", UNKNOWN})  # people without arms, and those of whom nobody says that they had any


def may_be_one(side: str, other: str) -> bool:
    """Whether one paper may say the one of whom another says the other."""
    if side == other or UNKNOWN in (side, other):
        return True
    if side in HELPLESS or other in HELPLESS:
        return side in HELPLESS and other in HELPLESS
    return side.startswith(GUNMEN) or other.startswith(GUNMEN)

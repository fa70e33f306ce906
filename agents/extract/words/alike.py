"""Alike: a word that is two in one spelling: «طالبان», two students behind a verb of what befell them, else the movement."""

import re

_MOVEMENT = "طالبان"
_BEFELL = re.compile(  # in the masculine: «قتلت طالبان» is an act of the movement
    r"(?:^|\s)[وف]?(?:قتل|استشهد|اصيب|جرح|اعتقل|اوقف|خطف|اختطف|توفي|قضي|لقي|نجا|فقد|اعدم|اختنق)\s[\"«]?$"
)
_REACH = 12  # characters of such a verb


def are_students(text: str, start: int, stop: int) -> bool:
    """Whether the word at [start, stop) is «طالبان», of two students."""
    alone = stop - start == len(_MOVEMENT) and text.startswith(_MOVEMENT, start)
    return alone and _BEFELL.search(text, max(start - _REACH, 0), start) is not None

"""An account as others are held against it."""

from typing import Any

from agents.deduplicate.keys import Key
from agents.deduplicate.traits import Traits


class Row:
    """What comparing needs of an account."""

    __slots__ = ("article_id", "key", "traits")

    def __init__(self, key: Key, article_id: str, traits: Traits) -> None:
        self.key, self.article_id, self.traits = key, article_id, traits

    def __reduce__(self) -> tuple[Any, tuple[Key, str, Traits]]:
        return Row, (self.key, self.article_id, self.traits)

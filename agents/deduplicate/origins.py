"""Near-copies: which articles are one text printed again, so that it counts as one origin."""

from collections import defaultdict
from datetime import datetime

BANDS, COPY_AT, DAYS = 16, 0.2, 5  # two articles on one battle share under 1 % of their word triples, edited copies 20 % and more
Signature = tuple[int, ...]


def likeness(left: Signature, right: Signature) -> float:
    """Estimated Jaccard likeness of two texts' word triples, 0–1; 0 where one has no signature."""
    return sum(a == b for a, b in zip(left, right, strict=True)) / len(left) if left and len(left) == len(right) else 0.0


class Origins:
    """The near-copies among all articles seen, a function of their set."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[datetime, Signature]] = {}
        self._bands: dict[tuple[int, Signature], list[str]] = defaultdict(list)
        self._copies: dict[str, set[str]] = defaultdict(set)

    def add(self, article_id: str, published_at: datetime, signature: Signature) -> set[str]:
        """Takes in one article (again: no effect, but for an earlier moment); the articles whose origin may have changed."""
        known = self._known.get(article_id)
        if not signature or (known and known[0] <= published_at):
            return set()
        self._known[article_id] = (published_at, signature)
        width = max(len(signature) // BANDS, 1)
        for band in range(BANDS):
            bucket = self._bands[band, signature[band * width : (band + 1) * width]]
            for other in bucket:
                if other != article_id and self._alike(article_id, other):
                    self._copies[article_id].add(other)
                    self._copies[other].add(article_id)
            if article_id not in bucket:
                bucket.append(article_id)
        return self.family(article_id) - {article_id}

    def _alike(self, left: str, right: str) -> bool:
        (one, a), (two, b) = self._known[left], self._known[right]
        return abs((one - two).days) <= DAYS and likeness(a, b) >= COPY_AT

    def copies(self, left: str, right: str) -> bool:
        """True where the two are near-copies of each other."""
        return right in self._copies.get(left, ())

    def family(self, article_id: str) -> set[str]:
        """The article and all that are copies of it, over any number of steps."""
        found, open_ids = {article_id}, [article_id]
        while open_ids:
            for other in self._copies.get(open_ids.pop(), ()):
                if other not in found:
                    found.add(other)
                    open_ids.append(other)
        return found

    def origin(self, article_id: str) -> str:
        """The earliest of the article's near-copies, ties by id."""
        family = self.family(article_id)
        return min(family, key=lambda one: (self._known[one][0], one)) if len(family) > 1 else article_id

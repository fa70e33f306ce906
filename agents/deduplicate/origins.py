"""Near-copies: which articles are one text printed again, so that it counts as one origin."""

from array import array
from collections.abc import Iterable, Sequence
from datetime import UTC

from agents.deduplicate.keys import Version
from agents.marks import Marks
from agents.shelved import Shelved, Shelves, in_memory

BANDS, COPY_AT, DAYS = 16, 0.2, 5  # two articles on one battle share under 1 % of their word triples, edited copies 20 % and more
ARTICLES, PERIODS = 2048, 64  # lately used ones that stay in memory; fewer periods where so many articles came since some left it
Signature = Sequence[int]
Bucket = str | list[str]  # articles that share a band: mostly one, which then needs no list


def likeness(left: Signature, right: Signature) -> float:
    """Estimated Jaccard likeness of two texts' word triples, 0–1; 0 where one has no signature."""
    return sum(a == b for a, b in zip(left, right, strict=True)) / len(left) if left and len(left) == len(right) else 0.0


class Origins:
    """The near-copies among all articles seen, a function of their set: an article is compared by its earliest version that can be."""

    def __init__(self, shelves: Shelves = in_memory, away: Marks | None = None) -> None:
        """away: marks of the articles that left memory, here or elsewhere; marks of its own by default."""
        self._known: Shelved[str, tuple[Version, array[int]]] = Shelved(shelves("signatures"), str, ARTICLES, away)
        self._bands: Shelved[int, dict[int, Bucket]] = Shelved(shelves("bands"), str, PERIODS)
        self._came = 0
        self._copies: Shelved[str, set[str]] = Shelved(shelves("copies"), str, ARTICLES)
        self._first: Shelved[str, str] = Shelved(shelves("first"), str, ARTICLES)  # of those that have copies, the earliest

    def add(self, article_id: str, version: Version, signature: Signature) -> set[str]:
        """Takes in one version of an article (again, or one after another: no effect); the articles whose origin may have changed."""
        known, signed = self._known.get(article_id), array("q", signature)  # a fifth of what a tuple of numbers takes
        if not signature or (known and known <= (version, signed)):
            return set()
        before = self._leave(article_id, *known) if known else set[str]()
        self._known[article_id] = (version, signed)
        self._came += 1
        period = _period(version)
        mine, parts, others = self._bands.setdefault(period, {}), _parts(signature), set[str]()
        for bands in (self._bands.get(period - 1), mine, self._bands.get(period + 1)):
            for part in parts if bands else ():
                if bands and (bucket := bands.get(part)):
                    others.update([bucket] if isinstance(bucket, str) else bucket)
        others.discard(article_id)
        for other in others:
            if self._alike(article_id, other):
                self._copies.setdefault(article_id, set()).add(other)
                self._copies.setdefault(other, set()).add(article_id)
        for part in parts:
            bucket = mine.get(part)
            if bucket is None:
                mine[part] = article_id
            elif isinstance(bucket, str):
                mine[part] = bucket if bucket == article_id else [bucket, article_id]
            elif article_id not in bucket:
                bucket.append(article_id)
        family = self.family(article_id)
        self._note(family)
        for other in before - family:
            self._note(self.family(other))
        return (family | before) - {article_id}

    def _leave(self, article_id: str, version: Version, signature: Signature) -> set[str]:
        """Takes out the article as it was compared until now; those that were copies of it, over any number of steps."""
        family = self.family(article_id)
        bands = self._bands.get(_period(version)) or {}
        for part in _parts(signature):
            bucket = bands.get(part)
            if bucket in (article_id, [article_id]):
                del bands[part]
            elif isinstance(bucket, list) and article_id in bucket:
                bucket.remove(article_id)
        for other in self._copies.pop(article_id, None) or ():
            self._copies[other].discard(article_id)
        return family

    def _note(self, family: set[str]) -> None:
        """Notes which one of a family came first."""
        if len(family) > 1:
            first = min(family, key=lambda one: (self._known[one][0][0], one))
            for one in family:
                self._first[one] = first
        else:
            for one in family:
                self._first.pop(one, None)

    def rest(self) -> None:
        """Lets what was long not used leave memory."""
        if self._bands.rest(full=self._came >= ARTICLES):
            self._came = 0
        for held in (self._known, self._copies, self._first):
            held.rest()

    def _alike(self, left: str, right: str) -> bool:
        (one, a), (two, b) = self._known[left], self._known[right]
        return abs(one[0] - two[0]).days <= DAYS and likeness(a, b) >= COPY_AT

    def copies_of(self, article_id: str) -> Iterable[str]:
        """The articles that are near-copies of this one."""
        return self._copies.get(article_id) or ()

    def copies(self, left: str, right: str) -> bool:
        """True where the two are near-copies of each other."""
        return right in (self._copies.get(left) or ())

    def family(self, article_id: str) -> set[str]:
        """The article and all that are copies of it, over any number of steps."""
        found, open_ids = {article_id}, [article_id]
        while open_ids:
            for other in self._copies.get(open_ids.pop()) or ():
                if other not in found:
                    found.add(other)
                    open_ids.append(other)
        return found

    def origin(self, article_id: str) -> str:
        """The earliest of the article's near-copies, over any number of steps, ties by id."""
        return self._first.get(article_id) or article_id


def _period(version: Version) -> int:
    return version[0].astimezone(UTC).toordinal() // (DAYS + 1)


def _parts(signature: Signature) -> list[int]:
    """The bands of a signature; near-copies share one."""
    width = max(len(signature) // BANDS, 1)
    return [hash((band, *signature[band * width : (band + 1) * width])) for band in range(BANDS)]

"""The linker: from the set of all reports to incidents, doing again only what a new batch touches.

Clusters are a function of the set of accounts and of the overrides alone (see clusters, groups). A cluster's incident follows from its
accounts; its id from the first.
What was long not used lies on shelves, if the linker is given any, so that memory holds the open period and not the past.
"""

from bisect import bisect_right, insort
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from agents.deduplicate.accounts import Account, accounts_of, version_of
from agents.deduplicate.blocks import Blocks
from agents.deduplicate.chronicle import Chronicles
from agents.deduplicate.clusters import Bonds, clusters
from agents.deduplicate.figures import agree, counts_dead
from agents.deduplicate.groups import Groups
from agents.deduplicate.keys import Key, Turn, Version, article_of, founder_of, report_of, turn_of
from agents.deduplicate.namesakes import nearness
from agents.deduplicate.origins import Origins
from agents.deduplicate.overrides import Overrides
from agents.deduplicate.placing import Placing
from agents.deduplicate.reasons import Reasons
from agents.marks import Marks
from agents.shelved import Shelved, Shelves, in_memory
from streams.records import Incident, ReportBatch

HELD = 6400  # accounts lately used that stay in memory, with their clusters: of an open period, at 200 reports a day
CLUSTERS = 4096  # clusters of which the members stay
STORIES, TIED = 3072, 4096  # articles that tell of so many, and those of them that are near others
BLOCKS, ROWS = 4096, 16384  # likewise: pairs of a country and a day, and reports in them


class Story(NamedTuple):
    """What is known of one article: versions in order, (version, country) of each batch, and all its accounts."""

    versions: list[Version]
    batches: list[tuple[Version, str]]
    keys: list[Key]


class Linker:
    """All accounts of one partition and the incidents they make up."""

    def __init__(self, overrides: Overrides | None = None, shelves: Shelves = in_memory) -> None:
        """overrides: what reviewers said of reports; none by default."""
        self._overrides = overrides or Overrides()
        self._overruled = bool(self._overrides)
        away, articles_away = Marks(), Marks()
        self._accounts: Shelved[Key, Account] = Shelved(shelves("accounts"), str, HELD, away)
        self._stories: Shelved[str, Story] = Shelved(shelves("stories"), str, STORIES, articles_away)
        self._blocks = Blocks(shelves, BLOCKS, ROWS)
        self._near: Shelved[Key, dict[Key, float]] = Shelved(shelves("near"), str, TIED, away)
        self._cluster: Shelved[Key, str] = Shelved(shelves("cluster"), str, HELD, away)
        self._members: Shelved[str, list[Key]] = Shelved(shelves("members"), str, CLUSTERS)
        self._stirred: set[str] = set()  # clusters of accounts of which something else changed since they were last told
        self._bonds = Bonds(self._ties, self._counts, self._barred if self._overruled else None, self._agree)
        self._placing = Placing(self._cluster, self._members, self._bonds, self._together)
        self._origins = Origins(shelves, articles_away)
        self._chronicles = Chronicles()
        self._reasons = Reasons(self._accounts, self._ties, self._origins.copies, self._overrides)
        self._groups = Groups(self._overrides, self._members.__getitem__, self._homes)

    def apply(self, batch: ReportBatch) -> list[Incident]:
        """Takes in one batch; every incident that is new, changed, superseded or withdrawn by it. The same again changes nothing."""
        self.take(batch)
        return self.changed()

    def take(self, batch: ReportBatch) -> None:
        """As apply(), but tells nothing yet: where many batches come at once, an incident need not be told after each of them."""
        self._rest()
        version, story = version_of(batch), self._stories.setdefault(batch.article_id, Story([], [], []))
        if (version, batch.country) in story.batches:
            return
        story.batches.append((version, batch.country))
        before = set(self._origins.copies_of(batch.article_id))
        copies = self._origins.add(batch.article_id, version, batch.signature)
        touched = {key for article in copies for key in self._keys(article)}
        if copies and story.keys:  # of what it says already: where nothing of it is here no two accounts became near-copies
            self._chronicles.unlink(incident_id(self._cluster[key]) for key in {*touched, *story.keys})
        if version not in story.versions:
            insort(story.versions, version)
            touched.update(story.keys)
        self._weigh_again(story.keys, before.symmetric_difference(self._origins.copies_of(batch.article_id)))
        self._stirred.update([self._cluster[key] for key in touched])
        accounts, near = accounts_of(batch), self._origins.copies_of(batch.article_id)
        for account in accounts:
            self._enter(account, story, near)
        self._placing.settle([account.key for account in accounts])

    def pass_over(self) -> None:
        """Takes it that all that was taken in has been told, as after a start."""
        self._placing.moved()
        self._stirred.clear()

    def changed(self) -> list[Incident]:
        """Every incident that is new, changed, superseded or withdrawn by what was taken in since they were last told.

        An incident long untouched may be told again as it was.
        """
        moved, gone = self._placing.moved()
        changed, self._stirred = moved | self._stirred, set()
        self._chronicles.forget(map(incident_id, gone))
        found = self._told([name for name in changed if name in self._members], again=False)
        return found + [_superseded(name, self._country(name), self._heirs(name)) for name in sorted(gone)]

    def incidents(self) -> list[Incident]:
        """Every incident as it is, those withdrawn too; none that was merged away."""
        return [one for one in self._told(list(self._members)) if one.status != "superseded"]

    def _rest(self) -> None:
        for held in (self._accounts, self._stories, self._blocks, self._near, self._cluster, self._members, self._origins):
            held.rest()

    def touched(self, article_id: str) -> list[Incident]:
        """The newest state of every incident that this article has a part in, and of those that exist only without it."""
        self._rest()
        keys = set(self._keys(article_id))
        component = self._component(keys)
        now = {self._cluster[key] for key in component}
        without = clusters(sorted(component - keys), self._bonds)
        gone = sorted(without.keys() - now)
        return self._told(now) + [_superseded(name, self._country(name), self._heirs(name)) for name in gone]

    def _told(self, names: Iterable[str], *, again: bool = True) -> list[Incident]:
        """The incidents of these clusters and of all that overrides connect with them; those united with an earlier one superseded.

        again: those too that are as they were last told.
        """
        if not self._overruled:
            return [one for name in sorted(names) if (one := self._incident(name, frozenset({name}), again=again))]
        found = {name: group for one in names for name, group in self._groups.around(one).items()}
        heads = {name: self._head(group) for name, group in found.items()}
        united = [name for name in sorted(found) if heads[name] != name]
        first = [name for name in sorted(found) if heads[name] == name]
        self._chronicles.forget(map(incident_id, united))
        told = [one for name in first if (one := self._incident(name, found[name], again=again))]
        return told + [_superseded(name, self._country(name), (incident_id(heads[name]),)) for name in united]

    def _head(self, group: frozenset[str]) -> str:
        """The cluster of a group that was founded first: its incident is the group's."""
        return min(group, key=lambda name: self._members[name][0])

    def _homes(self, report_id: str) -> set[str]:
        return {self._cluster[key] for key in self._keys(report_id.rpartition("/")[0]) if report_of(key) == report_id}

    def _keys(self, article_id: str) -> Iterable[Key]:
        story = self._stories.get(article_id)
        return story.keys if story else ()

    def _enter(self, account: Account, story: Story, copies: Iterable[str]) -> None:
        """Puts an account where others will find it and weighs it against those near it. story, copies: of its article."""
        key, near, revised = account.key, self._near, len(story.versions) > 1
        self._accounts[key] = account
        ties = dict(self._blocks.same(account, copies, revised=revised))
        if revised:
            namesakes = (other for other in story.keys if report_of(other) == account.report_id and other not in ties)
            ties.update({other: nearness(account.traits, self._accounts[other].traits) for other in namesakes})
        if ties:
            near[key] = ties
        for other, score in ties.items():
            theirs = near.get(other)
            if theirs is None:
                near[other] = {key: score}
            else:
                theirs[key] = score
        self._blocks.add(account)
        story.keys.append(key)

    def _weigh_again(self, keys: Iterable[Key], others: set[str]) -> None:
        """Weighs accounts already here against those of other articles whose near-copy theirs has become, or is no more.

        So it is where an older version of their article comes after them.
        """
        moved: dict[tuple[Key, Key], float | None] = {}
        for key in keys if others else ():
            account, ties = self._accounts[key], self._ties(key)
            now = dict(self._blocks.same(account, self._origins.copies_of(account.article_id)))
            near = [other for other in {*ties, *now} if article_of(other) in others]
            moved.update({(key, other): now.get(other) for other in near if now.get(other) != ties.get(other)})
        if not moved:
            return
        ends = {key for pair in moved for key in pair}
        for (one, other), score in moved.items():
            if score is None:
                del self._near[one][other], self._near[other][one]
            else:
                self._tie(one, other, score)
        self._placing.again(ends)

    def _together(self, turn: Turn) -> list[Key]:
        return [key for key in self._keys(article_of(turn)) if turn_of(key) == turn]

    def _ties(self, key: Key) -> dict[Key, float]:
        return self._near.get(key) or {}

    def _tie(self, left: Key, right: Key, closeness: float) -> None:
        self._near.setdefault(left, {})[right] = closeness
        self._near.setdefault(right, {})[left] = closeness

    def _counts(self, key: Key) -> bool:
        return counts_dead(self._accounts[key].traits)

    def _agree(self, one: Key, other: Key) -> bool:
        return agree(self._accounts[one].traits, self._accounts[other].traits)

    def _component(self, start: set[Key]) -> set[Key]:
        found, open_keys = set(start), list(start)
        while open_keys:
            for other in self._ties(open_keys.pop()):
                if other not in found:
                    found.add(other)
                    open_keys.append(other)
        return found

    def _incident(self, name: str, group: frozenset[str], *, again: bool) -> Incident | None:
        keys = self._members[name] if len(group) == 1 else sorted({key for one in group for key in self._members[one]})
        accounts = [self._accounts[key] for key in keys]
        origins = {account.article_id: self._origins.origin(account.article_id) for account in accounts}
        return self._chronicles.incident(incident_id(name), accounts, self._end, origins, self._reasons.links, again=again)

    def _end(self, account: Account) -> datetime | None:
        versions = self._stories[account.article_id].versions
        if versions[-1] == account.version:
            return None
        return versions[bisect_right(versions, account.version)][0]

    def _barred(self, one: Key, other: Key) -> bool:
        return self._overrides.apart(report_of(one), report_of(other))

    def _founder(self, name: str) -> Account:
        """The account whose report gave a cluster its name: the earliest of that id, or the one that the name numbers."""
        report, number = founder_of(name)
        named = sorted(key for key in self._keys(report.rpartition("/")[0]) if report_of(key) == report)
        return self._accounts[named[min(number, len(named)) - 1]]

    def _country(self, name: str) -> str:
        return self._founder(name).country

    def _heirs(self, name: str) -> tuple[str, ...]:
        """Where the account that founded a cluster is now."""
        return (incident_id(self._head(self._groups.of(self._cluster[self._founder(name).key]))),)


def incident_id(founder: str) -> str:
    """``inc-`` + the id of the earliest-published report, with a number where an older version's report of that id tells of another act."""
    return "inc-" + founder


def _superseded(name: str, country: str, heirs: tuple[str, ...]) -> Incident:
    return Incident.made(incident_id=incident_id(name), version=1, status="superseded", superseded_by=heirs, country=country)

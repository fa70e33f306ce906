"""The linker: from the set of all reports to incidents, doing again only what a new batch touches.

Clusters are a function of the set of accounts alone. Accounts that were decided the same are edges; a connected component is cut into
clusters by joining the closest first. A cluster's incident follows from its accounts; its id from the earliest.
"""

from bisect import insort
from collections import defaultdict
from datetime import date, datetime, timedelta
from hashlib import blake2b

from agents.deduplicate.accounts import Account, Version, accounts_of, days_of, version_of
from agents.deduplicate.clusters import clusters
from agents.deduplicate.decide import Decision, decide
from agents.deduplicate.incidents import incident_id, incident_of
from agents.deduplicate.origins import Origins
from streams.records import Incident, Link, ReportBatch

Key = tuple[str, Version]
Pair = tuple[Key, Key]


class Linker:
    """All accounts of one partition and the incidents they make up."""

    def __init__(self) -> None:
        self._accounts: dict[Key, Account] = {}
        self._batches: set[tuple[str, Version, str]] = set()
        self._versions: dict[str, list[Version]] = defaultdict(list)
        self._of_article: dict[str, list[Key]] = defaultdict(list)
        self._blocks: dict[tuple[str, date], dict[str, list[Key]]] = defaultdict(lambda: defaultdict(list))
        self._edges: dict[Key, dict[Key, float]] = defaultdict(dict)
        self._cluster: dict[Key, str] = {}
        self._told: dict[str, bytes] = {}
        self._origins = Origins()

    def apply(self, batch: ReportBatch) -> list[Incident]:
        """Takes in one batch; every incident that is new, changed, superseded or withdrawn by it. The same again changes nothing."""
        version = version_of(batch)
        mark = (batch.article_id, version, batch.country)
        if mark in self._batches:
            return []
        self._batches.add(mark)
        copied = self._origins.add(batch.article_id, batch.published_at, batch.signature)
        touched = {key for article in copied for key in self._of_article.get(article, ())}
        if version not in self._versions[batch.article_id]:
            insort(self._versions[batch.article_id], version)
            touched.update(self._of_article.get(batch.article_id, ()))
        for account in accounts_of(batch):
            self._enter(account)
            touched.add(account.key)
        return self._again(touched)

    def touched(self, article_id: str) -> list[Incident]:
        """The newest state of every incident that this article has a part in, and of those that exist only without it."""
        keys = set(self._of_article.get(article_id, ()))
        component = self._component(keys)
        now = {self._cluster[key] for key in component}
        rest = component - keys
        without = {incident_id(self._accounts[key] for key in cluster) for cluster in clusters(rest, self._edges, self._article)}
        standing = [self._incident(members) for members in self._members(component).values()]
        return standing + [_superseded(name, self._country(keys | rest), tuple(sorted(now))) for name in sorted(without - now)]

    def _enter(self, account: Account) -> None:
        key = account.key
        self._accounts[key] = account
        days = days_of(account)
        near = {day + timedelta(days=n) for day in days for n in (-1, 0, 1)}
        area = (account.report.place.admin1 if account.report.place else None) or ""
        blocks = [self._blocks[account.country, day] for day in near if (account.country, day) in self._blocks]
        others = {other for block in blocks for name in (("", area) if area else block) for other in block.get(name, ())}
        for other in others:
            decision = self._decide(account, self._accounts[other])
            if decision.verdict == "same":
                self._edges[key][other] = self._edges[other][key] = decision.score
        for day in days:
            self._blocks[account.country, day][area].append(key)
        self._of_article[account.article_id].append(key)

    def _decide(self, left: Account, right: Account) -> Decision:
        if left.article_id == right.article_id and left.version == right.version:
            return Decision("different", 0.0, ("article.same",))
        copy = left.article_id == right.article_id or self._origins.copies(left.article_id, right.article_id)
        return decide(left.report, right.report, copy)

    def _again(self, touched: set[Key]) -> list[Incident]:
        """Cuts the touched components anew and gives the incidents that are not as last told."""
        component = self._component(touched)
        before = {self._cluster[key] for key in component if key in self._cluster}
        changed = {self._cluster.get(key) for key in touched}
        for members in clusters(component, self._edges, self._article):
            name = incident_id(self._accounts[key] for key in members)
            if any(self._cluster.get(key) != name for key in members) or not touched.isdisjoint(members):
                changed.add(name)
            for key in members:
                if (old := self._cluster.get(key)) != name:
                    changed.add(old)  # what it left is smaller now
                self._cluster[key] = name
        found = []
        for name, members in self._members(component).items():
            before.discard(name)
            if name not in changed:
                continue
            incident = self._incident(members)
            digest = blake2b(incident.model_dump_json().encode(), digest_size=12).digest()
            if self._told.get(name) != digest:
                self._told[name] = digest
                found.append(incident)
        for name in sorted(before):
            heirs = {self._cluster[key] for key in component}
            del self._told[name]
            found.append(_superseded(name, self._country(component), tuple(sorted(heirs))))
        return found

    def _component(self, start: set[Key]) -> set[Key]:
        found, open_keys = set(start), list(start)
        while open_keys:
            for other in self._edges.get(open_keys.pop(), ()):
                if other not in found:
                    found.add(other)
                    open_keys.append(other)
        return found

    def _members(self, component: set[Key]) -> dict[str, list[Key]]:
        members: dict[str, list[Key]] = defaultdict(list)
        for key in sorted(component):
            members[self._cluster[key]].append(key)
        return dict(sorted(members.items()))

    def _incident(self, members: list[Key]) -> Incident:
        accounts = [self._accounts[key] for key in members]
        origins = {account.article_id: self._origins.origin(account.article_id) for account in accounts}
        return incident_of(accounts, self._end, origins, self._links(accounts))

    def _links(self, accounts: list[Account]) -> tuple[Link, ...]:
        """Why each account is in: its closest decision to an earlier one."""
        ordered = sorted(accounts, key=lambda account: account.order)
        links = []
        for index, account in enumerate(ordered):
            decided = [(self._decide(account, other), other) for other in ordered[:index] if other.key in self._edges.get(account.key, ())]
            if decided:
                decision, other = max(decided, key=lambda pair: (pair[0].score, pair[1].report_id))
                links.append(
                    Link(left=other.report_id, right=account.report_id, verdict="same", score=decision.score, reasons=decision.reasons[:6])
                )
        return tuple(links)

    def _end(self, account: Account) -> datetime | None:
        later = [version[0] for version in self._versions[account.article_id] if version > account.version]
        return later[0] if later else None

    def _article(self, key: Key) -> tuple[str, Version]:
        return self._accounts[key].article_id, key[1]

    def _country(self, keys: set[Key]) -> str:
        return min(self._accounts[key].country for key in keys)


def _superseded(name: str, country: str, heirs: tuple[str, ...]) -> Incident:
    return Incident(incident_id=name, version=1, status="superseded", superseded_by=heirs, country=country)

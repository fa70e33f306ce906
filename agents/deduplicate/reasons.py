"""Why accounts are in an incident: of each the decision that joins it to an earlier one."""

from collections.abc import Callable

from agents.deduplicate.accounts import Account
from agents.deduplicate.decide import decide
from agents.deduplicate.keys import Key, report_of
from agents.deduplicate.overrides import Override, Overrides
from agents.shelved import Shelved
from streams.records import Link

MOST = 6  # reasons that a link tells


class Reasons:
    """Asked by the linker of the accounts of one incident."""

    def __init__(
        self,
        accounts: Shelved[Key, Account],
        ties: Callable[[Key], dict[Key, float]],
        copies: Callable[[str, str], bool],
        overrides: Overrides,
    ) -> None:
        """ties: how close those near an account are; copies: whether two articles are near-copies."""
        self._accounts = accounts
        self._ties = ties
        self._copies = copies
        self._overrides = overrides
        self._overruled = bool(overrides)

    def links(self, accounts: list[Account], known: int) -> tuple[Link | None, ...]:
        """Why each account from a number on is in: its closest decision to an earlier one; None where there is none."""
        if len(accounts) == 1:
            return (None,)
        links: list[Link | None] = []
        earlier = {account.key for account in accounts[:known]}
        for account in accounts[known:]:
            override = self._override(account, earlier) if self._overruled else None
            best, score = self._closest(account.key, earlier)
            earlier.add(account.key)
            if override is not None:
                other_id, row = override
                links.append(Link.made(left=other_id, right=account.report_id, verdict="same", score=1.0, reasons=(row.reason,)))
            elif best:
                decided, reasons = self._decided(account, best)
                score = min(score, decided)  # how close it is says more, but of clusters
                links.append(Link.made(left=report_of(best), right=account.report_id, verdict="same", score=score, reasons=reasons[:MOST]))
            else:
                links.append(None)
        return tuple(links)

    def _closest(self, key: Key, among: set[Key]) -> tuple[Key, float]:
        """The account that scores most with one, and the score; among equals the last by report and version; "" where none is near."""
        found, most = "", 0.0
        for other, score in self._ties(key).items():
            if score < most or other not in among:
                continue
            if score > most or (report_of(other), other) > (report_of(found), found):
                found, most = other, score
        return found, most

    def _decided(self, account: Account, key: Key) -> tuple[float, tuple[str, ...]]:
        """Why an account is the same as another one, with the score."""
        other = self._accounts[key]
        copied = account.article_id == other.article_id or self._copies(account.article_id, other.article_id)
        if account.reasons is None or account.reasons[:2] != (key, copied):
            decision = decide(account.traits, other.traits, copied)
            account.reasons = key, copied, decision.score, decision.reasons
        return account.reasons[2], account.reasons[3]

    def _override(self, account: Account, earlier: set[Key]) -> tuple[str, Override] | None:
        """The first row that declares an account the same as an earlier one, with that one's report id."""
        said = self._overrides.same(account.report_id)
        found = min(((said[one][0], one) for one in map(report_of, earlier) if one in said), default=None) if said else None
        return (found[1], said[found[1]][1]) if found else None

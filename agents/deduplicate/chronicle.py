"""An incident moment by moment of publication: what each changed and because of which article."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from agents.deduplicate.accounts import Account
from agents.deduplicate.incidents import Content, Part, claims_of, content_of, revision_of, said, said_by
from agents.deduplicate.kinds import event_type
from streams.records import Change, Claim, Incident, Link, Revision

Why = tuple[Link | None, ...]  # an account each
Linked = Callable[[list[Account], int], Why]  # why accounts from a number on are with those before them
Ends = Callable[[Account], datetime | None]  # when a newer version of its article was published
KEPT = 512  # incidents whose story so far is kept: the next account of one of them need not tell it from the beginning


class Step(NamedTuple):
    """How the story stood after a moment. claims: of those accounts that stood. changes, revisions: how many there were by then."""

    moment: datetime
    version: int
    content: Content
    claims: tuple[Claim, ...]
    changes: int
    revisions: int


class Chronicle(NamedTuple):
    """A story. parts: all that it rests on, in order of publication. links: why each is in; linked: of how many that is sure."""

    parts: tuple[Part, ...]
    steps: tuple[Step, ...]
    changes: tuple[Change, ...]
    history: tuple[Revision, ...]
    links: Why
    linked: int


BLANK = Chronicle((), (), (), (), (), 0)


class Chronicles:
    """Incidents from their accounts, those told of last continued from the moment from which on they are otherwise."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Chronicle] = OrderedDict()

    def incident(
        self, name: str, accounts: list[Account], ends: Ends, origins: Mapping[str, str], links: Linked, *, again: bool
    ) -> Incident | None:
        """The incident that these accounts, in order of publication, make up; withdrawn where each was taken back by its article.

        None where it is as it was last told, unless again.

        origins: by article, that of its earliest near-copy. links: asked of the accounts alone that are new, and of those after them.
        """
        known = self._kept.pop(name, None)
        if known is None and len(accounts) == 1:
            return self._first(name, accounts[0], ends, origins, links)
        known = known or BLANK
        parts = tuple([Part(account, ends(account), origins[account.article_id]) for account in accounts])
        kept = min(_common(known.parts, parts), known.linked)
        why = known.links[:kept] + links(accounts, kept) if kept < len(parts) else known.links[:kept]
        if not again and parts == known.parts and why == known.links:
            self._kept[name] = known._replace(linked=len(parts))
            return None
        story = told(parts, known)._replace(links=why, linked=len(parts))
        self._keep(name, story)
        return _incident(name, story)

    def _first(self, name: str, account: Account, ends: Ends, origins: Mapping[str, str], links: Linked) -> Incident:
        """The incident of one account of which nothing was told."""
        story = told((Part(account, ends(account), origins[account.article_id]),))._replace(links=links([account], 0), linked=1)
        self._keep(name, story)
        return _incident(name, story)

    def _keep(self, name: str, story: Chronicle) -> None:
        self._kept[name] = story
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def forget(self, names: Iterable[str]) -> None:
        """Takes it that others were told since that these incidents are no more."""
        for name in names:
            self._kept.pop(name, None)

    def unlink(self, names: Iterable[str]) -> None:
        """Asks for all links of these incidents next time: what links their accounts may have changed."""
        for name in names:
            if name in self._kept:
                self._kept[name] = self._kept[name]._replace(linked=0)


def _common(old: tuple[Part, ...], new: tuple[Part, ...]) -> int:
    """How many accounts both begin with."""
    for number, (one, two) in enumerate(zip(old, new, strict=False)):
        if one.account is not two.account and one.account != two.account:
            return number
    return min(len(old), len(new))


def _otherwise(old: tuple[Part, ...], new: tuple[Part, ...]) -> datetime | None:
    """The moment before which two stories are one, from their parts in order of publication; None where they are one to the end."""
    ends: list[datetime] = []
    for one, two in zip(old, new, strict=False):
        if one == two:
            continue
        if one.account == two.account and one.origin == two.origin:
            ends += [part.end for part in (one, two) if part.end]
        else:
            return min([one.account.published_at, two.account.published_at, *ends])
    rest = [part.account.published_at for part in (old[len(new) :] or new[len(old) :])[:1]]
    return min([*rest, *ends], default=None)


def told(parts: tuple[Part, ...], known: Chronicle = BLANK) -> Chronicle:
    """The story of all moments at which a part was published or taken back; known: an earlier telling, of which the beginning stays."""
    if len(parts) == 1 and parts[0].end is None and not known.parts:
        return _begun(parts)
    since = _otherwise(known.parts, parts)
    steps = [step for step in known.steps if since is None or step.moment < since]
    last = steps[-1] if steps else None
    changes = known.changes[: last.changes] if last else ()
    history = known.history[: last.revisions] if last else ()
    version, content, ledger = (last.version, last.content, last.claims) if last else (0, {}, ())
    moments = {part.account.version[0] for part in parts}
    ends = {part.end for part in parts if part.end}
    moments |= ends
    count = 0
    for moment in sorted([moment for moment in moments if last is None or moment > last.moment]):
        while count < len(parts) and parts[count].account.version[0] <= moment:
            count += 1
        standing = [part for part in parts[:count] if part.stands(moment)] if ends else list(parts[:count])
        claims = claims_of(standing)
        now = content_of(standing, claims, content if content and claims == ledger else None)
        changed = [f for f in now if now[f] is not content[f] and now[f] != content[f]] if content else ["incident"]
        if changed:
            version += 1
            because = next((p.account.article_id for p in reversed(parts) if moment in (p.account.version[0], p.end)), "")
            revision = revision_of(version, moment, now, because, claims)
            if content:
                changes += tuple([_change(revision, field, content[field], now[field]) for field in changed])
            history += (revision,)
        content, ledger = now, claims
        steps.append(Step(moment, version, content, claims, len(changes), len(history)))
    return Chronicle(parts, tuple(steps), changes, history, (), 0)


def _begun(parts: tuple[Part, ...]) -> Chronicle:
    """As told(), of one account that stands."""
    account = parts[0].account
    moment, claims = account.version[0], claims_of(parts)
    content = said_by(account.said, claims)
    first = revision_of(1, moment, content, account.article_id, claims)
    return Chronicle(parts, (Step(moment, 1, content, claims, 0, 1),), (), (first,), (), 0)


def _change(revision: Revision, field: str, before: Any, after: Any) -> Change:
    """What a revision changed in one field."""
    return Change.whole(
        {
            "version": revision.version,
            "published_at": revision.published_at,
            "field": field,
            "before": said(before),
            "after": said(after),
            "because": revision.because,
        }
    )


def _incident(name: str, story: Chronicle) -> Incident:
    (moment, version, content, claims, *_), first = story.steps[-1], story.parts[0].account
    final = [part for part in story.parts if part.stands(moment)]
    return Incident.whole(
        {
            "incident_id": name,
            "version": version,
            "status": content["status"],
            "superseded_by": (),
            "scope": first.traits.scope,
            "country": first.country,
            "event_type": event_type(content["sub_event_type"]),
            "sub_event_type": content["sub_event_type"],
            "date_start": content["date_start"],
            "date_end": content["date_end"],
            "time_precision": content["time_precision"],
            "place": content["place"],
            "actor1": content["actor1"],
            "actor2": content["actor2"],
            "weapon": content["weapon"],
            "figures": content["figures"],
            "claims": claims,
            "report_ids": tuple([part.account.report_id for part in final]),
            "article_ids": tuple(dict.fromkeys([part.account.article_id for part in final])),
            "outlets": tuple(sorted({part.account.outlet for part in final if part.account.outlet})),
            "origins": len({part.origin for part in final}),
            "first_published_at": first.version[0],
            "last_published_at": moment,
            "links": tuple([link for link in story.links if link is not None]),
            "changes": story.changes,
            "history": story.history,
        }
    )

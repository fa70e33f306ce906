"""An incident moment by moment of publication: what each changed and because of which article."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from agents.deduplicate.accounts import Account
from agents.deduplicate.incidents import Content, Part, claims_of, content_of, revision_of, said
from agents.deduplicate.kinds import event_type
from streams.records import Change, Incident, Link, Revision

Linked = Callable[[list[Account], int], tuple[Link, ...]]  # why accounts from a number on are with those before them
Ends = Callable[[Account], datetime | None]  # when a newer version of its article was published
KEPT = 512  # incidents whose story so far is kept: the next account of one of them need not tell it from the beginning


class Chronicle(NamedTuple):
    """The story up to a moment. parts: all that it rests on, in order of publication. linked: of how many links tells why."""

    parts: tuple[Part, ...]
    moment: datetime | None
    version: int
    content: Content
    changes: tuple[Change, ...]
    history: tuple[Revision, ...]
    links: tuple[Link, ...]
    linked: int


BLANK = Chronicle((), None, 0, {}, (), (), (), 0)


class Chronicles:
    """Incidents from their accounts, those told of last continued where they stopped."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Chronicle] = OrderedDict()

    def incident(
        self, name: str, accounts: list[Account], ends: Ends, origins: Mapping[str, str], links: Linked, *, again: bool
    ) -> Incident | None:
        """The incident that these accounts, in order of publication, make up; withdrawn where each was taken back by its article.

        None where it is as it was last told, unless again.

        origins: by article, that of its earliest near-copy. links: asked of the accounts alone that are new.
        """
        parts = tuple([Part(account, ends(account), origins[account.article_id]) for account in accounts])
        known = self._kept.pop(name, BLANK)
        if not _continues(known, parts):
            known = BLANK
        why = known.links[: known.linked] + links(accounts, known.linked)
        if not again and len(parts) == len(known.parts) and why == known.links:
            self._kept[name] = known._replace(linked=len(parts))
            return None
        story = told(parts, known)._replace(links=why, linked=len(parts))
        self._kept[name] = story
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return _incident(name, story)

    def forget(self, names: Iterable[str]) -> None:
        """Takes it that others were told since that these incidents are no more."""
        for name in names:
            self._kept.pop(name, None)

    def unlink(self, names: Iterable[str]) -> None:
        """Asks for all links of these incidents next time: what links their accounts may have changed."""
        for name in names:
            if name in self._kept:
                self._kept[name] = self._kept[name]._replace(linked=0)


def _continues(known: Chronicle, parts: tuple[Part, ...]) -> bool:
    if not known.parts:
        return True
    new = parts[len(known.parts) :]
    return parts[: len(known.parts)] == known.parts and all(
        known.moment is None or part.account.published_at > known.moment for part in new
    )


def told(parts: tuple[Part, ...], known: Chronicle = BLANK) -> Chronicle:
    """The story of all moments at which one of the parts was published or taken back; known: its beginning, where that is told."""
    moments = {part.account.published_at for part in parts}
    moments.update([part.end for part in parts if part.end])
    last, version, content, changes, history = known.moment, known.version, known.content, known.changes, known.history
    for moment in sorted(moments if last is None else [moment for moment in moments if moment > last]):
        now = content_of([part for part in parts if part.stands(moment)])
        changed = [f for f in now if now[f] is not content[f] and now[f] != content[f]] if content else ["incident"]
        if changed:
            version += 1
            because = next((p.account.article_id for p in reversed(parts) if moment in (p.account.published_at, p.end)), "")
            if content:
                changes += tuple(
                    Change.made(version=version, published_at=moment, field=f, before=said(content[f]), after=said(now[f]), because=because)
                    for f in changed
                )
            history += (revision_of(version, moment, now, because),)
        content, last = now, moment
    return Chronicle(parts, last, version, content, changes, history, (), 0)


def _incident(name: str, story: Chronicle) -> Incident:
    parts, moment = story.parts, story.moment
    final = [part for part in parts if moment and part.stands(moment)]
    first = parts[0].account
    return Incident.made(
        incident_id=name,
        version=max(story.version, 1),
        country=first.country,
        scope=first.traits.scope,
        event_type=event_type(story.content["sub_event_type"]),
        **story.content,
        claims=claims_of(final),
        report_ids=tuple([part.account.report_id for part in final]),
        article_ids=tuple(dict.fromkeys([part.account.article_id for part in final])),
        outlets=tuple(sorted({part.account.outlet for part in final if part.account.outlet})),
        origins=len({part.origin for part in final}),
        first_published_at=first.published_at,
        last_published_at=moment,
        links=story.links,
        changes=story.changes,
        history=story.history,
    )

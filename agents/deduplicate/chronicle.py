"""An incident moment by moment of publication: what each changed and because of which article."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from agents.deduplicate.accounts import Account
from agents.deduplicate.incidents import Content, Origins, claims_of, content_of, revision_of, said
from agents.deduplicate.kinds import event_type
from streams.records import Change, Incident, Link, Revision

Ends = Callable[[Account], datetime | None]  # when a newer version of its article was published
KEPT = 512  # incidents whose story so far is kept: the next account of one of them need not tell it from the beginning


class Part(NamedTuple):
    """An account, when a newer version of its article took it back (None: not yet), and the origin of its article."""

    account: Account
    end: datetime | None
    origin: str

    def stands(self, moment: datetime) -> bool:
        """Whether it was published by then and not taken back by then."""
        return self.account.published_at <= moment and (self.end is None or self.end > moment)


class Chronicle(NamedTuple):
    """The story up to a moment. parts: all that it rests on, in order of publication."""

    parts: tuple[Part, ...]
    moment: datetime | None
    version: int
    content: Content
    changes: tuple[Change, ...]
    history: tuple[Revision, ...]


BLANK = Chronicle((), None, 0, {}, (), ())


class Chronicles:
    """Incidents from their accounts, those told of last continued where they stopped."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Chronicle] = OrderedDict()

    def incident(self, name: str, accounts: Sequence[Account], ends: Ends, origins: Origins, links: tuple[Link, ...]) -> Incident:
        """The incident that these accounts, in order of publication, make up; withdrawn where each was taken back by its article."""
        parts = tuple(Part(account, ends(account), origins.get(account.article_id, account.article_id)) for account in accounts)
        known = self._kept.pop(name, BLANK)
        story = told(parts, origins, known if _continues(known, parts) else BLANK)
        self._kept[name] = story
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return _incident(name, story, origins, links)


def _continues(known: Chronicle, parts: tuple[Part, ...]) -> bool:
    new = parts[len(known.parts) :]
    return parts[: len(known.parts)] == known.parts and all(
        known.moment is None or part.account.published_at > known.moment for part in new
    )


def told(parts: tuple[Part, ...], origins: Origins, known: Chronicle = BLANK) -> Chronicle:
    """The story of all moments at which one of the parts was published or taken back; known: its beginning, where that is told."""
    moments = sorted({part.account.published_at for part in parts} | {part.end for part in parts if part.end})
    _, _, version, content, changes, history = known
    for moment in moments if known.moment is None else [moment for moment in moments if moment > known.moment]:
        now = content_of([part.account for part in parts if part.stands(moment)], origins)
        changed = [field for field in now if now[field] != content.get(field)] if content else ["incident"]
        if changed:
            version += 1
            because = next((p.account.article_id for p in reversed(parts) if moment in (p.account.published_at, p.end)), "")
            if content:
                changes += tuple(
                    Change(version=version, published_at=moment, field=f, before=said(content[f]), after=said(now[f]), because=because)
                    for f in changed
                )
            history += (revision_of(version, moment, now, because),)
        content = now
    return Chronicle(parts, moments[-1], version, content, changes, history)


def _incident(name: str, story: Chronicle, origins: Origins, links: tuple[Link, ...]) -> Incident:
    accounts = [part.account for part in story.parts]
    final = [part.account for part in story.parts if story.moment and part.stands(story.moment)]
    return Incident(
        incident_id=name,
        version=max(story.version, 1),
        country=accounts[0].country,
        scope=accounts[0].traits.scope,
        event_type=event_type(story.content["sub_event_type"]),
        **story.content,
        claims=claims_of(final, origins),
        report_ids=tuple(account.report_id for account in final),
        article_ids=tuple(dict.fromkeys(account.article_id for account in final)),
        outlets=tuple(sorted({account.outlet for account in final if account.outlet})),
        origins=len({part.origin for part in story.parts if story.moment and part.stands(story.moment)}),
        first_published_at=accounts[0].published_at,
        last_published_at=story.moment,
        links=links,
        changes=story.changes,
        history=story.history,
    )

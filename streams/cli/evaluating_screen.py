"""Scores as tables for people."""

from collections.abc import Iterable, Sequence

from agents.evaluate.matching import EXTRA, MISSED
from agents.evaluate.measure import Error
from agents.evaluate.results import Found, Group, Linked, Measured, Rule, Share
from agents.evaluate.rules import JUDGED, share
from streams.cli.screen import console, table

BY = ("field", "type", "country", "outlet", "year", "rule")
FAILS = ("?#unread", "?#wrong", "?#left out", "?#of no report", "?#unsaid")
RULES = ("#reports", "?#of gold", "#type right", "#day", "#place", "#who", "#to whom", "rule")
PRF = ("#precision", "#recall", "#F1")


def show(measured: Sequence[Measured], by: str, errors: Iterable[Error]) -> None:
    """The scores of each set or part; those of the first broken down (by one of BY, or "" for all); the errors."""
    out = console()
    for one in measured:
        part = "" if one.part == "all" else f", the {one.part} part"
        title = f"{one.name}{part}: {one.articles} articles of {len(one.outlets)} outlets, {one.first} – {one.last}"
        out.print(table(title, ("?#right", "?#invented", "?#missed", *PRF, "of"), _whole(one)))
    for what in (one for one in BY if by in {"", one}):
        if what == "field":
            columns: tuple[str, ...] = (*PRF, *FAILS, "#right where found", "field")
            out.print(
                table("By field", columns, ((*_prf(one), *_fails(one), percent(one.accuracy), one.name) for one in measured[0].slots))
            )
            out.print(table("Figures", (*PRF, "figures"), ((*_prf(one), one.name) for one in measured[0].measures)))
        elif what == "rule":
            out.print(table("By rule", RULES, map(_rule, measured[0].rules)))
        else:
            groups = measured[0].groups[what]
            out.print(table(f"By {what}", _columns(groups, what), map(_group, groups)))
    for name, counts, texts in (("missed", measured[0].missed, MISSED), ("invented", measured[0].extra, EXTRA)):
        out.print(table(f"Reports {name}", ("#reports", "because"), ((n, texts[why]) for why, n in counts.items())))
    for error in errors:
        out.print(_error(error), soft_wrap=True, markup=False)


def shown(share: Share) -> str:
    """``.83 (.79–.87)``; "" where there is nothing."""
    if share.value is None:
        return ""
    inside = f" ({_short(share.low)}–{_short(share.high)})" if share.low is not None and share.high is not None else ""
    return _short(share.value) + inside


def _short(value: float) -> str:
    return f"{value:.3f}".removeprefix("0")


def percent(share: float | None) -> str:
    """A share for people: ``92 %``."""
    return "" if share is None else f"{share:.0%}"


def _prf(one: Found | Linked) -> tuple[str, str, str]:
    return shown(one.p), shown(one.r), shown(one.f1)


def _whole(one: Measured) -> Iterable[tuple[object, ...]]:
    for what, found in (("incidents", one.incident), ("template: every filled slot", one.template), ("figures", one.figure)):
        yield (found.tp, found.fp, found.fn, *_prf(found), what)
    for what, linked in (("all reports", one.linking), ("those in clusters", one.linking_in_clusters)):
        if linked:
            yield ("", "", "", *_prf(linked), f"linking, B³: {what} ({linked.n} of {linked.gold} found)")
    yield ("", "", "", "", "", shown(one.toll_leak), "toll leak: people of tolls counted as incidents; 0 is best")
    killed = one.killed
    yield ("", "", "", "", "", shown(killed.error), f"killed, error: {killed.read} read, {killed.gold} in gold; 0 is best")
    yield ("", "", "", "", "", shown(killed.exact), f"killed, exact: of the {killed.articles} articles with any")


def _fails(one: object) -> tuple[int, ...]:
    return tuple(getattr(one, name) for name in ("unread", "wrong", "silent", "surplus", "unsaid"))


def _columns(groups: Sequence[Group], what: str) -> tuple[str, ...]:
    more = ("#figure F1", "?#killed error") if groups and groups[0].figure else ()
    return ("#articles", "#reports", "?#incident P", "?#R", "#incident F1", "#template F1", *more, what)


def _group(one: Group) -> tuple[object, ...]:
    more = (shown(one.figure.f1), shown(one.killed_error or Share())) if one.figure else ()
    return (one.articles, one.reports, *_prf(one.incident), shown(one.template.f1), *more, one.name)


def _rule(one: Rule) -> tuple[object, ...]:
    return (one.reports, one.found, *(share(*one.slots[slot]) for slot in JUDGED), one.name)


def _error(one: Error) -> str:
    parties, figures = f"{one.actor1 or '-'} > {one.actor2 or '-'}", "; ".join(one.figures) or "no figures"
    told = ", ".join((one.sub_event_type, one.day or "no day", parties, figures, one.place or "no place"))
    return f"{one.error} ({one.why})  {one.article_id}: {told}"

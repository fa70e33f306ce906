"""Names that translated sources look up: what mypyc does not know, it seeks by name each time, and calls as Python does.

Such a name becomes a constant of its own, ``_n_`` before it, which is read from where it lies: what other libraries hold, and named
tuples. A function whose results are kept (``lru_cache``) gets a second one, which asks a table of its own and is called as C is.
"""

import ast
from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

from compiled.tuples import Edit

PREFIX = "_n_"
Known = Mapping[str, Set[str]]
SHORT = {"bisect.bisect_left", "bisect.bisect_right"}  # what rasad__short has a shorter way for, by the same name
INSTEAD = {  # functions of which rasad__short has a twin: what they return instead of what they say
    "agents.extract.words.fold._odd": "_short.odd(raw)",
    "agents.extract.words.spans.any_inside": "_short.any_inside(items, start, stop)",
    "agents.extract.words.spans.covered": "_short.covered(spans, at)",
    "agents.extract.words.spans.first_from": "_short.first_from(items, start)",
    "agents.extract.words.spans.inside": "_short.inside(items, start, stop)",
    "agents.extract.reports.batches._shingles": "_short.shingles(text)",
    "agents.extract.words.letters.among": "_short.among(letters, text, start, stop)",
    "agents.extract.words.letters.spots": "_short.spots(text, letters)",
    "agents.extract.words.letters.standing": "_short.standing(strings, text)",
    "agents.extract.words.letters.search": "pattern.search(text, start, stop) if _short.among(letters, text, start, stop) else None",
    "agents.extract.words.lexicon.Matcher._table": "_short.surfaces(self._surfaces, self._meanings, self._kinds, tuple(sorted(_ANY)))",
    "agents.extract.words.lexicon.Matcher.hits": "_short.hits(self._automaton, text, Hit)",
    "agents.extract.words.sentences._runs": "_short.runs(text)",
}
BEHIND = {  # what a module ends with
    "streams.accounts": "Record.whole, Record.made = map(classmethod, _short.records(_BLANKS, _blank))  # type: ignore[method-assign]",
}
_TYPES = frozenset(["typing", "collections.abc", "dataclasses", "functools", "abc", "enum"])  # these hold what types are made of
_MOST = 1 << 20  # results kept where no number is given


class Kept(NamedTuple):
    """A function of a module whose results are kept: ``lru_cache`` or ``cache`` above it, all its arguments by place, each typed."""

    node: ast.FunctionDef
    most: int


def keeping(tree: ast.Module, source: str) -> list[Kept]:
    """Such functions, with two blank lines behind them, or nothing."""
    lines = source.splitlines()
    found = []
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef) or len(node.decorator_list) != 1 or node.returns is None:
            continue
        most = _most(node.decorator_list[0])
        asked = node.args
        plain = not (asked.defaults or asked.vararg or asked.kwarg or asked.kwonlyargs or asked.posonlyargs)
        end = node.end_lineno or node.lineno
        if most and plain and all(one.annotation for one in asked.args) and lines[end : end + 2] in (["", ""], []):
            found.append(Kept(node, most))
    return found


def _most(decorator: ast.expr) -> int:
    """How many results a decorator keeps; 0 where it is another."""
    if isinstance(decorator, ast.Name):
        return _MOST if decorator.id == "cache" else 0
    if isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Name) and decorator.func.id == "lru_cache":
        given = [one.value.value for one in decorator.keywords if isinstance(one.value, ast.Constant) and isinstance(one.value.value, int)]
        return given[0] if given else _MOST
    return 0


def shortened(tree: ast.Module, source: str, module: str, known: Known) -> list[Edit]:
    """The edits. known: of each translated module, by its name, the functions of ``keeping``."""
    edits = twins(tree, module)
    ways: set[str] = set()
    kept = {one.node.name for one in keeping(tree, source)} & known.get(module, set())
    for one in keeping(tree, source):
        if one.node.name in kept:
            edits += _table(one)
            ways.add(one.node.name)
    called = {name for _, _, name in _asked(tree)}
    for node in tree.body:
        if not isinstance(node, ast.ImportFrom) or node.module is None or node.module in _TYPES:
            continue
        names = [one.name for one in node.names if one.asname is None and one.name in called]
        if node.module in known:
            told = [name for name in names if name in known[node.module]]
            more = [f"from {node.module} import {', '.join(PREFIX + name for name in told)}"] if told else []
        else:
            shorter = {name for name in names if f"{node.module}.{name}" in SHORT}
            edits += [(line, at, "_short.") for line, at, name in _asked(tree) if name in shorter]
            told = [name for name in names if name not in shorter]
            more = [f"{PREFIX}{name}: _Final = {name}" for name in told]
        ways.update(told)
        edits.extend((_last(node), node.end_col_offset or 0, f"; {text}") for text in more)
    edits += [(line, at, PREFIX) for line, at, name in _asked(tree) if name in ways]
    return edits


def twins(tree: ast.Module, module: str) -> list[Edit]:
    """The edits by which functions return what their twins do."""
    edits: list[Edit] = []
    for home, function in _functions(tree):
        if other := INSTEAD.get(f"{module}.{home}{function.name}"):
            said = function.body[0]
            edits.append((_last(said), said.end_col_offset or 0, f"; return {other}"))
    return edits


def _table(kept: Kept) -> list[Edit]:
    """A table and the function that asks it, on the two blank lines behind a function."""
    name, asked = kept.node.name, kept.node.args.args
    kinds = [ast.unparse(one.annotation) for one in asked if one.annotation]
    kind = kinds[0] if len(kinds) == 1 else f"tuple[{', '.join(kinds)}]" if kinds else "int"
    names = ", ".join(one.arg for one in asked)
    key = names if len(asked) == 1 else f"({names})" if asked else "0"
    returns = ast.unparse(kept.node.returns) if kept.node.returns else "None"
    table = f"_t_{name}"
    taken = ", ".join(f"{one.arg}: {kind}" for one, kind in zip(asked, kinds, strict=True))
    made = f"_short.kept({table}, {key}, {name}.__wrapped__({names}), {kept.most})"
    end = kept.node.end_lineno or 0
    return [
        (end, 0, f"{table}: _Final[dict[{kind}, {returns}]] = {{}}"),
        (
            end + 1,
            0,
            f"def {PREFIX}{name}({taken}) -> {returns}: found = {table}.get({key}); return found if found is not None else {made}",
        ),
    ]


def _asked(tree: ast.Module) -> Iterator[Edit]:
    """Where functions call a name of the module, or hand it on: line, byte and name."""
    for _, function in _functions(tree):
        own = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        own |= {node.arg for node in ast.walk(function) if isinstance(node, ast.arg)}
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and not (isinstance(node.func, ast.Name) and node.func.id in ("isinstance", "cast")):
                for one in node.args if node.keywords else (node.func, *node.args):
                    if isinstance(one, ast.Name) and one.id not in own:
                        yield one.lineno - 1, one.col_offset, one.id


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """The functions of a module and the methods of its classes, without what decorates them; the class before each."""
    for node in tree.body:
        home = f"{node.name}." if isinstance(node, ast.ClassDef) else ""
        for one in node.body if isinstance(node, ast.ClassDef) else [node]:
            if isinstance(one, ast.FunctionDef):
                yield home, ast.FunctionDef(name=one.name, args=one.args, body=one.body, decorator_list=[], lineno=one.lineno)


def _last(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - 1

"""Named tuples of the sources: which there are, and where they are made.

Calling the class asks a function that is interpreted; ``rasad__short.maker`` gives one that makes the same tuple without asking it.
"""

import ast
from collections.abc import Mapping, Sequence
from typing import NamedTuple

Edit = tuple[int, int, str]  # line from 0, byte in it, what is put there
PREFIX = "_m_"


class Field(NamedTuple):
    """A field of a named tuple. default: as it is written, None where there is none."""

    name: str
    default: str | None


Kinds = Mapping[str, Sequence[Field]]  # by module and name: «agents.extract.words.lexicon.Hit»


def declared(tree: ast.Module, module: str) -> dict[str, list[Field]]:
    """The named tuples that a module declares; those with other defaults than constants and () are left out."""
    found: dict[str, list[Field]] = {}
    for node in tree.body:
        if not isinstance(node, ast.ClassDef) or not any(isinstance(one, ast.Name) and one.id == "NamedTuple" for one in node.bases):
            continue
        rows = [one for one in node.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)]
        if all(_is_plain(row.value) for row in rows):
            found[f"{module}.{node.name}"] = [Field(ast.unparse(row.target), ast.unparse(row.value) if row.value else None) for row in rows]
    return found


def _is_plain(default: ast.expr | None) -> bool:
    """Whether a default may be written out where a tuple is made: a constant, a number below 0, (); or there is none."""
    return isinstance(default, ast.Constant | ast.UnaryOp | None) or (isinstance(default, ast.Tuple) and not default.elts)


def made(tree: ast.Module, source: str, module: str, kinds: Kinds) -> list[Edit]:
    """``Hit(a, b)`` becomes ``_m_Hit(a, b)`` wherever all fields are given in their order, or the last have defaults."""
    known = {name.rpartition(".")[2]: name for name in kinds if name.rpartition(".")[0] == module}
    lines = source.splitlines()
    homes: dict[str, Edit] = {}  # where the maker of each is put: on the blank line behind it, or behind its import
    for node in tree.body:
        end = node.end_lineno or 0
        if isinstance(node, ast.ClassDef) and node.name in known and lines[end : end + 1] == [""]:
            homes[node.name] = end, 0, ""
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module:
            told = {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
            known |= told
            homes |= dict.fromkeys(told, ((node.end_lineno or 0) - 1, node.end_col_offset or 0, "; "))
    edits: list[Edit] = []
    used: set[str] = set()
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.keywords or not call.args:
            continue
        name, last = call.func.id, call.args[-1]
        fields = kinds.get(known.get(name, ""), ())
        rest = [field.default for field in fields[len(call.args) :]]
        if not fields or name not in homes or None in rest or any(isinstance(one, ast.Starred | ast.GeneratorExp) for one in call.args):
            continue
        used.add(name)
        edits.append((call.lineno - 1, call.col_offset, PREFIX))
        edits.append(((last.end_lineno or 1) - 1, last.end_col_offset or 0, "".join(f", {default}" for default in rest)))
    for name in sorted(used):
        line, at, text = homes[name]
        edits.append((line, at, f"{text}{PREFIX}{name}: _Final = _short.maker({name})"))
    return edits

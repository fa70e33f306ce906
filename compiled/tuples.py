"""Named tuples of the sources: which there are, and where they are made.

Calling the class asks a function that is interpreted; ``tuple.__new__`` makes the same tuple of the same fields without.
"""

import ast
from collections.abc import Mapping, Sequence
from typing import NamedTuple

Edit = tuple[int, int, str]  # line from 0, byte in it, what is put there
MAKER = "_made: _Final = tuple.__new__"


class Field(NamedTuple):
    """A field of a named tuple. default: as it is written, None where there is none."""

    name: str
    default: str | None


Kinds = Mapping[str, Sequence[Field]]  # by module and name: «agents.extract.words.lexicon.Hit»


def declared(tree: ast.Module, module: str) -> dict[str, list[Field]]:
    """The named tuples that a module declares; those with defaults that are no constants are left out."""
    found: dict[str, list[Field]] = {}
    for node in tree.body:
        if not isinstance(node, ast.ClassDef) or not any(isinstance(one, ast.Name) and one.id == "NamedTuple" for one in node.bases):
            continue
        rows = [one for one in node.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)]
        if all(isinstance(row.value, ast.Constant | None) for row in rows):
            found[f"{module}.{node.name}"] = [Field(ast.unparse(row.target), ast.unparse(row.value) if row.value else None) for row in rows]
    return found


def made(tree: ast.Module, module: str, kinds: Kinds) -> list[Edit]:
    """``Hit(a, b)`` becomes ``_made(Hit, (a, b))`` wherever all fields are given in their order, or the last have defaults."""
    known = {name.rpartition(".")[2]: name for name in kinds if name.rpartition(".")[0] == module}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module:
            known |= {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
    edits: list[Edit] = []
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.keywords or not call.args:
            continue
        fields = kinds.get(known.get(call.func.id, ""), ())
        rest = [field.default for field in fields[len(call.args) :]]
        if not fields or None in rest or any(isinstance(one, ast.Starred) for one in call.args):
            continue
        last = call.args[-1]
        if len(fields) == 1 or (isinstance(last, ast.GeneratorExp)):
            continue
        edits.append((call.lineno - 1, call.col_offset, "_made("))
        edits.append(((call.func.end_lineno or 1) - 1, call.func.end_col_offset or 0, ", "))
        edits.append(((last.end_lineno or 1) - 1, last.end_col_offset or 0, "".join(f", {default}" for default in rest)))
        edits.append(((call.end_lineno or 1) - 1, call.end_col_offset or 0, ")"))
    return edits

"""What a source is given before it is translated: types that hold anyway and that mypyc makes fast, on the lines that are there.

Constants become ``Final``, so that they are read from where they lie and not looked up by name. Dataclasses get their ``__init__``
written out, which dataclass itself would leave to the interpreter; frozen ones are so in the sources alone, where mypy sees what would
change them. Plain Python is not the faster for either, so the sources go without. Named tuples are made without their class being called
(see tuples). mypyc makes lists of generators that have a name, so what ``next`` takes of one is taken of ``iter`` of it; and it knows no
``in (one, *others)``.
"""

import ast
import re

from compiled.direct import CALLS
from compiled.names import BEHIND, Known, shortened, twins
from compiled.tuples import Edit, Kinds, made

_SCOPES = (ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)  # names of their own
_NO_VALUES = ("TypeVar", "ParamSpec", "NewType")  # calls that make types: these are no constants
_SHORT = "import rasad__short as _short"
_ASKED = re.compile(r"_short\.(\w+)\(")  # what is asked by a name of its own, as other constants are
_EMPTY = {"list": "[]", "dict": "{}", "set": "set()"}


def prepared(source: str, module: str = "", kinds: Kinds | None = None, known: Known | None = None) -> str:
    """The source as it is translated; as many lines, and each statement where it was.

    kinds: named tuples of all sources. known: functions of each source whose results are kept.
    """
    source = source.replace("= tuple.__new__", "= _short.made").replace("@dataclass(frozen=True)", "@dataclass")
    tree = ast.parse(source)
    shorter = [*made(tree, source, module, kinds or {}), *shortened(tree, source, module, known or {})]
    edits = [*_finals(tree), *_inits(tree, source), *_nexts(tree), *_stars(tree), *shorter]
    asked = sorted({name for *_, text in edits for name in _ASKED.findall(text)} - CALLS.keys())
    edits = [(line, at, _ASKED.sub(lambda found: found[0] if found[1] in CALLS else f"_s_{found[1]}(", text)) for line, at, text in edits]
    imports = ["from typing import Final as _Final", _SHORT, *(f"_s_{name}: _Final = _short.{name}" for name in asked)]
    return _edited(source, tree, edits, "; ".join(imports))


def helped(source: str, module: str) -> str:
    """A source that is not translated, with the twins of its functions, and behind it what it ends with."""
    tree = ast.parse(source)
    return _edited(source, tree, twins(tree, module), _SHORT) + BEHIND.get(module, "") + "\n"


def _edited(source: str, tree: ast.Module, edits: list[Edit], imports: str) -> str:
    first = tree.body[0]  # each module begins with its docstring
    edits.append((_last(first), first.end_col_offset or 0, f"; {imports}"))
    lines = [line.encode() for line in source.splitlines()]
    lines += [b""] * (max(line for line, *_ in edits) + 1 - len(lines))  # behind the last function
    for line, at, text in sorted(edits, reverse=True):
        lines[line] = lines[line][:at] + text.encode() + lines[line][at:]
    return b"\n".join(lines).decode() + "\n"


def _last(node: ast.stmt | ast.expr) -> int:
    return (node.end_lineno or node.lineno) - 1


def _finals(tree: ast.Module) -> list[Edit]:
    """``NAME = …`` of a module becomes ``NAME: Final = …``, ``NAME: T = …`` becomes ``NAME: Final[T] = …``, where nothing sets it anew."""
    edits: list[Edit] = []
    written = _of_module(tree)
    shared = {name for node in ast.walk(tree) if isinstance(node, ast.Global) for name in node.names}
    for node in tree.body:
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target: ast.expr = node.targets[0]
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            target = node.target
        else:
            continue
        if not isinstance(target, ast.Name) or target.id in shared or not _is_constant(target.id, node.value):
            continue
        if written.count(target.id) > 1:
            continue
        if isinstance(node, ast.Assign):
            edits.append((_last(target), target.end_col_offset or 0, ": _Final" + ("[tuple[str, ...]]" if _of_strings(node.value) else "")))
        elif "Final" not in ast.unparse(node.annotation):
            edits.append((node.annotation.lineno - 1, node.annotation.col_offset, "_Final["))
            edits.append((_last(node.annotation), node.annotation.end_col_offset or 0, "]"))
    return edits


def _of_strings(value: ast.expr) -> bool:
    """Whether it is a tuple of strings: mypyc would hold it as so many fields, and make a tuple of them wherever one is asked for."""
    return isinstance(value, ast.Tuple) and all(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in value.elts)


def _is_constant(name: str, value: ast.expr | None) -> bool:
    """Types are written in CamelCase or as one letter, and some are made by calls of their own."""
    makes_type = isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in _NO_VALUES
    return (name.isupper() or name.islower()) and len(name) > 1 and not name.startswith("__") and not makes_type


def _of_module(tree: ast.Module) -> list[str]:
    """The names that the module itself sets, as often as it does, outside of functions and classes."""
    found: list[str] = []
    todo: list[ast.AST] = list(tree.body)
    while todo:
        node = todo.pop()
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.append(node.id)
        if not isinstance(node, _SCOPES):
            todo.extend(ast.iter_child_nodes(node))
    return found


def _inits(tree: ast.Module, source: str) -> list[Edit]:
    """``__init__`` of each dataclass that is not frozen, written onto the blank line behind its docstring."""
    edits: list[Edit] = []
    lines = source.splitlines()
    for node in tree.body:
        if not isinstance(node, ast.ClassDef) or node.bases or len(node.decorator_list) != 1:
            continue
        decorator = node.decorator_list[0]
        given = ast.unparse(decorator)
        after = _last(node.body[0]) + 1
        if given not in ("dataclass", "dataclass(slots=True)") or after >= len(lines) or lines[after]:
            continue
        edits.append((after, 0, "    " + _init(node)))
        at = decorator.end_col_offset or 0
        edits.append((_last(decorator), at, "(init=False)") if given == "dataclass" else (_last(decorator), at - 1, ", init=False"))
    return edits


def _init(node: ast.ClassDef) -> str:
    """One line: ``def __init__(self, …) -> None: self.… = …; …``."""
    taken, sets = ["self"], []
    for one in node.body:
        if not isinstance(one, ast.AnnAssign) or not isinstance(one.target, ast.Name):
            continue
        name, kind = one.target.id, ast.unparse(one.annotation).strip("'")
        options = {}
        if isinstance(one.value, ast.Call) and isinstance(one.value.func, ast.Name) and one.value.func.id == "field":
            options = {word.arg: ast.unparse(word.value) for word in one.value.keywords}
        empty = _EMPTY.get(options.get("default_factory", ""))
        if options.get("init") == "False":
            if empty:
                sets.append(f"self.{name} = {empty}")
        elif empty:
            taken.append(f'{name}: "{kind} | None" = None')
            sets.append(f"self.{name} = {empty} if {name} is None else {name}")
        else:
            taken.append(f'{name}: "{kind}"' + (f" = {ast.unparse(one.value)}" if one.value is not None else ""))
            sets.append(f"self.{name} = {name}")
    if any(isinstance(one, ast.FunctionDef) and one.name == "__post_init__" for one in node.body):
        sets.append("self.__post_init__()")
    return f"def __init__({', '.join(taken)}) -> None: {'; '.join(sets)}"


def _nexts(tree: ast.Module) -> list[Edit]:
    """``next(name, …)`` becomes ``next(iter(name), …)``."""
    edits: list[Edit] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "next" and isinstance(node.args[0], ast.Name):
            edits.append((node.args[0].lineno - 1, node.args[0].col_offset, "iter("))
            edits.append((_last(node.args[0]), node.args[0].end_col_offset or 0, ")"))
    return edits


def _stars(tree: ast.Module) -> list[Edit]:
    """``in (one, *others)`` becomes ``in tuple((one, *others))``."""
    edits: list[Edit] = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Compare) or not all(isinstance(one, ast.In | ast.NotIn) for one in node.ops):
            continue
        for one in node.comparators:
            if isinstance(one, ast.Tuple) and any(isinstance(part, ast.Starred) for part in one.elts):
                edits.append((one.lineno - 1, one.col_offset, "tuple("))
                edits.append((_last(one), one.end_col_offset or 0, ")"))
    return edits

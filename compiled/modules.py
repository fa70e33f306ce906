"""Which modules are translated: the cores of the rooms, where the time goes. Edges wait for others.

What a room puts away is pickled: classes that say themselves what they are made of (``__reduce__``) pickle translated too.
"""

import ast
from pathlib import Path

HELPED = (Path("streams/accounts.py"),)  # pydantic's, which is not translated, but makes most records
_ROOMS = ("extract", "deduplicate", "aggregate", "alert", "review")
_SHARED = ("marks.py", "seen.py", "shelved.py", "stretches.py")
_EDGES = frozenset(["__init__.py", "agent.py", "explain.py"])
_SAFE = frozenset(["NamedTuple", "Protocol", "Generic[K, V]"])  # bases of classes that can be translated


def chosen(root: Path) -> list[Path]:
    """The sources to translate, from the root, in order."""
    home = root / "agents"
    found = [path for room in _ROOMS for path in (home / room).rglob("*.py") if path.name not in _EDGES]
    found += [home / name for name in _SHARED]
    return sorted(path.relative_to(root) for path in found if _bases(path) <= _SAFE)


def _bases(path: Path) -> set[str]:
    """What its classes are made from: of pydantic's and Python's own, mypyc makes classes that crash."""
    classes = (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ClassDef))
    return {ast.unparse(base) for one in classes for base in one.bases}

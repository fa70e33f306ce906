"""Which modules are translated: the cores of reading, where the time goes.

Edges wait for others. The rooms after reading stay as they are: they pickle what they keep, and translated classes do not pickle.
"""

import ast
from pathlib import Path

HELPED = (Path("streams/accounts.py"),)  # pydantic's, which is not translated, but makes most records
_EDGES = frozenset(["__init__.py", "agent.py", "explain.py"])
_SAFE = frozenset(["NamedTuple", "Protocol"])  # bases of classes that can be translated


def chosen(root: Path) -> list[Path]:
    """The sources to translate, from the root, in order."""
    found = [path for path in (root / "agents" / "extract").rglob("*.py") if path.name not in _EDGES]
    return sorted(path.relative_to(root) for path in found if _bases(path) <= _SAFE)


def _bases(path: Path) -> set[str]:
    """What its classes are made from: of pydantic's and Python's own, mypyc makes classes that crash."""
    classes = (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ClassDef))
    return {ast.unparse(base) for one in classes for base in one.bases}

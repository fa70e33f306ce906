"""``python -m compiled``: dist/rasad-*.whl for this machine and this Python, with the cores of reading compiled."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

from compiled.libraries import Unbuildable, build, compiler
from compiled.modules import HELPED, chosen
from compiled.names import keeping
from compiled.sources import helped, prepared
from compiled.tuples import declared

_ROOT = Path(__file__).parents[1]
_WORK = _ROOT / "build" / "compiled"  # sources as they are translated, and the wheel's files as they are
_SHIPPED = ("agents", "streams", "seeds")
_BESIDE = ("README.md", "CHANGELOG.md", "LICENSE")
_HOOK = """
[tool.hatch.build]
ignore-vcs = true

[tool.hatch.build.targets.wheel.hooks.custom]
path = "hook.py"
"""


def main() -> int:
    """0, or 1 where this machine cannot compile, which it says."""
    try:
        compiler()
    except Unbuildable as missing:
        sys.stderr.write(f"{missing}\n")
        return 1
    shutil.rmtree(_WORK, ignore_errors=True)
    translated, wheel = _WORK / "translated", _WORK / "wheel"
    for home in (translated, wheel):
        for name in _SHIPPED:
            shutil.copytree(_ROOT / name, home / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(_ROOT / "pyproject.toml", home)
    sources = chosen(_ROOT)
    texts = {path: (_ROOT / path).read_text() for path in sources}
    modules = {path: ".".join(path.with_suffix("").parts) for path in sources}
    kinds = {name: kind for path, text in texts.items() for name, kind in declared(ast.parse(text), modules[path]).items()}
    known = {modules[path]: {one.node.name for one in keeping(ast.parse(text), text)} for path, text in texts.items()}
    for path, text in texts.items():
        (translated / path).write_text(prepared(text, modules[path], kinds, known))
    build(translated, sources, wheel)
    for path in HELPED:
        (wheel / path).write_text(helped((_ROOT / path).read_text(), ".".join(path.with_suffix("").parts)))
    for name in _BESIDE:
        shutil.copy(_ROOT / name, wheel)
    (wheel / "hook.py").write_text((_ROOT / "compiled" / "hook.py").read_text())
    with (wheel / "pyproject.toml").open("a") as project:
        project.write(_HOOK)
    made = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    return subprocess.run([sys.executable, "-c", made, str(_ROOT / "dist")], cwd=wheel, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

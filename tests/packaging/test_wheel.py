"""The built wheel works outside the checkout: it holds the code, the seeds and the licence, and plays the shipped feed."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from sysconfig import get_paths

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    ended = subprocess.run([sys.executable, "-c", build, str(out)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return next(out.glob("rasad-*.whl"))


def test_the_wheel_holds_code_seeds_and_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    shipped = [path.relative_to(ROOT).as_posix() for path in (ROOT / "seeds").rglob("*") if path.suffix in {".csv", ".toml", ".jsonl"}]
    assert len(shipped) > 30
    assert sorted(set(shipped) - set(names)) == []
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/"))]


def test_the_wheel_plays_the_shipped_feed_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    home, empty = tmp_path / "site", tmp_path / "empty"
    empty.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(home)  # what installing a pure wheel does; its dependencies come from this environment
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "RASAD_"))}
    environment["PYTHONPATH"] = os.pathsep.join([str(home), get_paths()["purelib"]])
    run = [sys.executable, "-S", "-m", "streams"]  # -S: without the link to the checkout

    def rasad(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*run, *arguments], cwd=empty, env=environment, capture_output=True, text=True, check=False, timeout=300)

    where = subprocess.run(
        [sys.executable, "-S", "-c", "import streams; print(streams.__file__)"],
        cwd=empty, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert where.stdout.startswith(str(home))
    played = rasad("replay", "--speed", "max")
    assert played.returncode == 0, played.stderr[-2000:]
    assert "99 articles read" in played.stdout
    assert "alerts stand" in played.stdout
    assert rasad("check").returncode == 0
    assert rasad("schema").stdout.startswith("{")

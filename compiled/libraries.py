"""Libraries of the sources: translated to C by mypyc, compiled side by side, linked beside copies of the sources.

gcc compiles them twice: what it made first counts which ways the shipped feed takes, and by these counts it makes them anew, as one.
With RASAD_COMPILE_ONCE set it compiles them once, in a third of the time: they say the same, and tests ask for no more.
"""

import io
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from compiled.direct import HEADER, declare

_SHORT = Path(__file__).with_name("short.c")  # a library written by hand, which translated sources ask
_BESIDE = "rasad__short"
_OPENINGS = "rasad__openings"  # what it asks of patterns
_GROUP = "rasad"  # one library holds all modules; each module is a stub that asks it
_NEEDED = (
    "The compiled build needs {}: apt-get install gcc python3-dev, or what it is called here. Without it Rasad runs as it is, uncompiled."
)


class Unbuildable(Exception):
    """This machine lacks what translating takes; the message says what."""


def compiler() -> str:
    """The command of the C compiler that Python was built with. Raises Unbuildable where it or Python.h is missing."""
    command = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(command) is None:
        raise Unbuildable(_NEEDED.format(f"a C compiler ({command})"))
    if not (Path(sysconfig.get_path("include")) / "Python.h").is_file():
        raise Unbuildable(_NEEDED.format("the headers of Python (Python.h)"))
    return command


def _is_gcc() -> bool:
    shown = subprocess.run([compiler(), "--version"], capture_output=True, text=True, check=False).stdout
    return "Free Software Foundation" in shown


def build(home: Path, sources: Sequence[Path], out: Path) -> None:
    """Translates sources, named from ``home``, and links them into ``out`` under the same folders. Works in ``home``."""
    compiler()
    from mypyc.build import mypycify  # a tool of development: all else here runs without
    from setuptools._distutils.ccompiler import new_compiler
    from setuptools._distutils.sysconfig import customize_compiler
    from setuptools.extension import Extension

    for end in (".c", ".pyi"):
        shutil.copy(_SHORT.with_suffix(end), home / f"{_BESIDE}{end}")
    declare(_BESIDE)
    for header in _SHORT.parent.glob("*.h"):
        shutil.copy(header, home)
    shutil.copy(_SHORT.with_name("openings.py"), out / f"{_OPENINGS}.py")
    os.chdir(home)
    said = io.StringIO()  # mostly that generators become lists, which these sources allow
    try:
        with redirect_stdout(said):
            libraries = mypycify(
                [path.as_posix() for path in sources], opt_level="2", debug_level="0", multi_file=True, group_name=_GROUP, target_dir="c"
            )
    except SystemExit:
        sys.stderr.write(said.getvalue())
        raise
    tool = new_compiler()
    customize_compiler(tool)
    libraries.append(Extension(_BESIDE, [f"{_BESIDE}.c"], extra_compile_args=list(libraries[0].extra_compile_args)))

    def made(*flags: str) -> None:
        _linked(tool, libraries, out, flags)

    def run(*told: str) -> None:
        subprocess.run([sys.executable, "-m", *told], cwd=out, stdout=subprocess.DEVNULL, check=True)

    if os.environ.get("RASAD_COMPILE_ONCE") or not _is_gcc():
        made()
        run("compiled.training")
        return
    counts = home.absolute() / "counts"
    made(f"-fprofile-generate={counts}", "-fprofile-update=single")
    run("compiled.training")
    run("compiled.playing")
    made(f"-fprofile-use={counts}", "-fprofile-correction", "-Wno-missing-profile", "-flto=auto", "-fno-semantic-interposition", "-fno-plt")


def _linked(tool: Any, libraries: Sequence[Any], out: Path, flags: Sequence[str]) -> None:
    """Compiles and links the libraries, with further flags."""

    def compiled(job: tuple[Any, str]) -> list[str]:
        library, source = job
        headers = [*library.include_dirs, sysconfig.get_path("include")]
        told = [one for one in library.extra_compile_args if one != "-Werror"]  # a compiler may warn of what others do not
        if tool.compiler_type == "unix":
            told += ["-fvisibility=hidden", "-include", HEADER]  # hidden: the modules of the library then call each other without a detour
        else:
            told.append(f"/FI{HEADER}")
        made: list[str] = tool.compile([source], output_dir="objects", include_dirs=headers, extra_postargs=[*told, *flags])
        return made

    jobs = [(library, source) for library in libraries for source in library.sources]
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        objects = list(workers.map(compiled, jobs))
    for library in libraries:
        parts = [one for (owner, _), made in zip(jobs, objects, strict=True) if owner is library for one in made]
        target = out / (library.name.replace(".", "/") + sysconfig.get_config_var("EXT_SUFFIX"))
        tool.link_shared_object(parts, str(target), extra_postargs=list(flags))

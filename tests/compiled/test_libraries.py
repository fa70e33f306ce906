"""A machine that cannot compile says what it lacks."""

import pytest

from compiled.libraries import Unbuildable, compiler


def test_without_a_compiler_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CC", "no-such-compiler -O2")
    with pytest.raises(Unbuildable, match=r"needs a C compiler \(no-such-compiler\)"):
        compiler()


def test_without_the_headers_of_python_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CC", "sh")
    monkeypatch.setattr("sysconfig.get_path", lambda _: "/nowhere")
    with pytest.raises(Unbuildable, match=r"needs the headers of Python"):
        compiler()

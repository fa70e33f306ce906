"""What a replay shows of how far it is."""

import pytest

from streams.cli.progress import PLAIN_EVERY_S, Lines
from streams.metrics import Metrics


def test_a_line_counts_articles_that_were_read_not_those_that_wait(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    metrics, lines = Metrics(), Lines()
    metrics.published, metrics.done = 99, 10
    lines(metrics, 99)
    assert capsys.readouterr().err == ""  # too soon after the start
    monkeypatch.setattr("streams.cli.progress.PLAIN_EVERY_S", -PLAIN_EVERY_S)
    lines(metrics, 99)
    assert " 10/99 articles, " in capsys.readouterr().err

"""Settings come from the environment, once, and a bad one is named."""

import pytest

import seeds
from streams.errors import UsageError
from streams.settings import Settings, settings


@pytest.fixture(autouse=True)
def _fresh() -> None:
    settings.cache_clear()


def test_a_variable_sets_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASAD_READERS", "3")
    assert settings().reader_count() == 3


def test_a_bad_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASAD_PARTITIONS", "many")
    with pytest.raises(UsageError, match="RASAD_PARTITIONS='many'"):
        settings()


def test_one_partition_on_the_embedded_log_and_four_on_kafka() -> None:
    assert Settings().partition_count("embedded:///x.db") == 1
    assert Settings().partition_count("kafka://host:9092") == 4
    assert Settings(partitions=7).partition_count("embedded://") == 7


def test_settings_cannot_be_changed_and_do_not_show_the_password() -> None:
    found = Settings(sasl_password="secret")
    assert "secret" not in repr(found)
    with pytest.raises(ValueError, match="frozen"):
        found.tls = True  # type: ignore[misc]


def test_every_setting_is_described() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_what_names_files_of_the_users_is_told_among_the_settings() -> None:
    assert {variable.removeprefix("RASAD_").lower() for variable in seeds.OWN.values()} <= Settings.model_fields.keys()

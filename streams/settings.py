"""Every setting, read once from the environment (``RASAD_…``) into one frozen object."""

import os
from functools import cache
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from streams.errors import UsageError

KAFKA_PARTITIONS = 4


class Settings(BaseSettings):
    """What an operator may set. Each field is the environment variable ``RASAD_`` + its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="RASAD_", frozen=True, extra="ignore", env_ignore_empty=True)

    broker: str = Field(default="", description="broker of worker and replay: embedded:///path/rasad.db or kafka://host:9092")
    log: str = Field(default="", description="embedded log that reading commands open: embedded:///path/rasad.db")
    overrides: str = Field(default="", description="table of reviewers' words; none = seeds/overrides.csv of the installation")
    alert_rules: str = Field(default="", description="file of alert rules; none = seeds/alert-rules.toml of the installation")
    partitions: int | None = Field(default=None, ge=1, le=1000, description="partitions of each topic; 1 embedded, 4 on Kafka")
    readers: int | None = Field(default=None, ge=0, le=64, description="reader processes; 0 reads in the main process")
    read_timeout_s: float = Field(default=60, gt=0, description="seconds after which reading one article is given up")
    max_article_bytes: int = Field(default=900_000, ge=1000, le=100_000_000, description="largest article, UTF-8 bytes of its JSON line")
    in_flight: int = Field(default=512, ge=1, le=10_000, description="articles published ahead of reading in an embedded replay")
    commit_interval_s: float = Field(default=0.5, gt=0, le=60, description="seconds between commits")
    stop_timeout_s: float = Field(default=4.5, gt=0, le=60, description="seconds a stop may take before the process is ended")
    session_timeout_s: float = Field(default=10, ge=2, description="Kafka: seconds until a killed worker's partitions move")
    heartbeat_s: float = Field(default=3, gt=0, description="Kafka: seconds between heartbeats")
    instance_id: str = Field(default="", description="Kafka: stable name of a supervised worker, for quick restarts; never used twice")
    replication: int = Field(default=1, ge=1, le=3, description="Kafka: copies of each topic")
    sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] = Field(default="SCRAM-SHA-512", description="Kafka: SASL mechanism")
    sasl_username: str = Field(default="", description="Kafka: user; none = no SASL")
    sasl_password: str = Field(default="", repr=False, description="Kafka: password")
    tls: bool = Field(default=False, description="Kafka: encrypt the connection")
    tls_ca: str = Field(default="", description="Kafka: file of the certificate authority; none = the system's")

    def reader_count(self) -> int:
        """Reader processes to start: as set, else 1 where there are two cores or more, else none."""
        if self.readers is not None:
            return self.readers
        return 1 if len(os.sched_getaffinity(0)) > 1 else 0

    def partition_count(self, broker: str) -> int:
        """Partitions of each topic on this broker."""
        return self.partitions or (1 if is_embedded(broker) else KAFKA_PARTITIONS)


def is_embedded(broker: str) -> bool:
    """True for a broker inside this process (``embedded://``)."""
    return broker.startswith("embedded:")


@cache
def settings() -> Settings:
    """The settings of this process; UsageError names the variable that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = "RASAD_" + "_".join(map(str, first["loc"])).upper()
        raise UsageError(f"{name}={first['input']!r}: {first['msg']}") from error

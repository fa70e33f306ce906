"""The Faust app: one topology, on the embedded log or on Kafka."""

import ssl
import tempfile
from pathlib import Path
from typing import Any

import faust
from faust.types.auth import CredentialsT

from agents.aggregate import agent as aggregate
from agents.alert import agent as alert
from agents.deduplicate import agent as deduplicate
from agents.deduplicate import overrides
from agents.deduplicate.doubts import Doubts
from agents.extract import agent as extract
from agents.review import agent as review
from streams.metrics import Metrics
from streams.ports import Reading
from streams.running.channels import Channels
from streams.settings import Settings, is_embedded
from streams.storage.scratch import Scratch

APP_ID = "rasad"  # part of the name of every changelog: changing it loses all state


class App(faust.App):
    """A Faust app that declares our topics first and leaves no folders behind."""

    channels: Channels
    scratch: Scratch

    async def on_start(self) -> None:
        """Declares the topics before anything reads or writes them."""
        await super().on_start()
        await self.channels.declare()

    def _create_directories(self) -> None:
        """Nothing: tables lie in a nameless scratch file and come back from their changelogs."""


def make_app(broker: str, settings: Settings, read: Reading | None = None) -> App:
    """The app on this broker, its rooms attached; without a reader it only publishes."""
    app = App(
        APP_ID,
        broker=_url(broker),
        datadir=Path(tempfile.gettempdir()) / "rasad-unused",
        store="memory://",
        Table="streams.transports.tables:Table",
        Stream="streams.transports.embedded.stream:Stream" if is_embedded(broker) else "faust:Stream",
        TableManager="streams.transports.tables:TableManager",
        web_enabled=False,
        topic_partitions=settings.partition_count(broker),
        topic_replication_factor=1 if is_embedded(broker) else settings.replication,
        topic_disable_leader=True,
        table_standby_replicas=0,
        stream_wait_empty=True,
        stream_buffer_maxsize=settings.in_flight,
        broker_commit_interval=settings.commit_interval_s,
        consumer_auto_offset_reset="earliest",
        producer_acks=-1,
        **({} if is_embedded(broker) else _kafka(settings)),
    )
    app.scratch = Scratch()
    app.channels = Channels(app, settings.partition_count(broker), Metrics(), app.scratch)
    if read is None:
        app.producer_only = True
    else:
        extract.attach(app, app.channels, read)
        deduplicate.attach(app.channels)
        said = overrides.load()
        aggregate.attach(app.channels, lambda: Doubts(said))
        alert.attach(app.channels)
        review.attach(app.channels)
    return app


def _url(broker: str) -> str:
    return broker.replace("kafka://", "safekafka://")  # commits wait for every record


def _kafka(settings: Settings) -> dict[str, Any]:
    found: dict[str, Any] = {
        "broker_session_timeout": settings.session_timeout_s,
        "broker_heartbeat_interval": settings.heartbeat_s,
    }
    if settings.instance_id:
        found["consumer_group_instance_id"] = settings.instance_id
    credentials = _credentials(settings)
    if credentials is not None:
        found["broker_credentials"] = credentials
    return found


def _credentials(settings: Settings) -> CredentialsT | None:
    context = ssl.create_default_context(cafile=settings.tls_ca or None) if settings.tls else None
    if settings.sasl_username:
        return faust.SASLCredentials(
            username=settings.sasl_username,
            password=settings.sasl_password,
            mechanism=settings.sasl_mechanism,
            ssl_context=context,
        )
    return faust.SSLCredentials(context) if context else None

"""A real Kafka for tests: the one in RASAD_TEST_KAFKA, else a container, else brokers in Java from Maven Central.

open_kafka(folder) gives an object with `bootstrap`, `kill()` (as kill -9), `restart()` (same address and data) and `stop()`.
They block: from async code use asyncio.to_thread. LookupError = none of the three can be had here: skip the test."""

import asyncio
import base64
import contextlib
import os
import random
import shutil
import socket
import subprocess
import tempfile
import uuid
from pathlib import Path

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

POM = Path(__file__).parent / "broker" / "pom.xml"
JARS = Path(os.environ.get("RASAD_KAFKA_JARS", Path.home() / ".cache/rasad/kafka-4.4.0"))
JAVA = [
    "java",
    "-Xmx512m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
    "-Dorg.slf4j.simpleLogger.showDateTime=true",
    "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
    "-cp",
    f"{JARS}/*",
]
SETTINGS = POM.with_name("server.properties").read_text()


def open_kafka(folder: Path, nodes: int = 1, **settings: object) -> "Given | Container | Local":
    """The first Kafka that can be had; `nodes` and `settings` (server properties with _ for .) are for Local alone."""
    if address := os.environ.get("RASAD_TEST_KAFKA"):
        return Given(address)
    if nodes == 1 and not settings and docker_answers():
        return Container()
    if shutil.which("java") and (JARS.exists() or shutil.which("mvn")):
        return Local(Path(folder), nodes, {name.replace("_", "."): value for name, value in settings.items()})
    raise LookupError("no RASAD_TEST_KAFKA, no Docker daemon, no java with mvn")


class Given:
    """A broker that somebody else runs: used, never killed."""

    def __init__(self, address: str) -> None:
        self.bootstrap, self.stop = address, lambda: None

    def kill(self) -> None:
        raise LookupError("the broker in RASAD_TEST_KAFKA is not ours to kill")

    restart = kill


class Container:
    """Kafka in Docker, on a host port that survives a restart."""

    def __init__(self, image: str = "confluentinc/cp-kafka:8.0.0") -> None:
        from testcontainers.community.kafka import KafkaContainer

        self.kafka = KafkaContainer(image).with_kraft().with_bind_ports(9093, free_port()).start(timeout=120)
        self.bootstrap, self.stop = self.kafka.get_bootstrap_server(), self.kafka.stop
        self.kill = self.kafka.get_wrapped_container().kill

    def restart(self) -> None:
        self.kafka.get_wrapped_container().start()
        wait_ready(self.bootstrap)


class Local:
    """KRaft nodes, each broker and controller, as Java processes on the loopback address; data and logs in `folder`; no number = all."""

    def __init__(self, folder: Path, nodes: int, settings: dict[str, object]) -> None:
        fetch_jars()
        cluster = base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
        voters = {node: f"127.0.0.1:{free_port()}" for node in range(1, nodes + 1)}
        self.address, self.folder, self.processes = {node: f"127.0.0.1:{free_port()}" for node in voters}, folder, {}
        self.bootstrap = ",".join(self.address.values())
        copies = ("default", "offsets.topic", "transaction.state.log", "share.coordinator.state.topic")
        floors = ("min.insync.replicas", "transaction.state.log.min.isr", "share.coordinator.state.topic.min.isr")
        shared = {f"{topic}.replication.factor": nodes for topic in copies} | dict.fromkeys(floors, min(nodes, 2))
        shared["controller.quorum.voters"] = ",".join(f"{node}@{address}" for node, address in voters.items())
        for node, voter in voters.items():
            own = {
                "node.id": node,
                "log.dirs": folder / f"data-{node}",
                "listeners": f"PLAINTEXT://{self.address[node]},CONTROLLER://{voter}",
            }
            file = folder / f"node-{node}.properties"
            file.write_text(SETTINGS + "".join(f"{name}={value}\n" for name, value in (shared | own | settings).items()))
            subprocess.run(
                [*JAVA, "kafka.tools.StorageTool", "format", f"--cluster-id={cluster}", "-c", file], check=True, capture_output=True
            )
        self.restart()

    def kill(self, *nodes: int) -> None:
        for node in nodes or list(self.processes):
            self.processes[node].kill()
            self.processes.pop(node).wait()

    stop = kill

    def restart(self, *nodes: int) -> None:
        for node in nodes or self.address:
            with (self.folder / f"node-{node}.log").open("ab") as log:
                self.processes[node] = subprocess.Popen(
                    [*JAVA, "kafka.Kafka", f"{self.folder}/node-{node}.properties"], stdout=log, stderr=log
                )
        for node in nodes or self.address:
            wait_ready(self.address[node])


def docker_answers() -> bool:
    with contextlib.suppress(Exception):  # every way of having no Docker means the same: use Java
        import docker
        import testcontainers.community.kafka  # noqa: F401

        return docker.from_env(timeout=2).ping()
    return False


def free_port() -> int:
    """Below the kernel's range for outgoing connections, so that no client takes it while the broker is down."""
    while True:
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", random.randrange(20000, 32000))) as probe:
            return probe.getsockname()[1]


def fetch_jars() -> None:
    if not JARS.exists():
        JARS.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(dir=JARS.parent))
        mvn = ["mvn", "-q", "-B", "-f", POM, "dependency:copy-dependencies", f"-DoutputDirectory={new}"]
        told = subprocess.run(mvn, check=False, capture_output=True, text=True)
        if told.returncode:
            shutil.rmtree(new)
            raise LookupError(f"Maven cannot fetch the jars of Kafka: {told.stdout[-300:]}")
        with contextlib.suppress(OSError):  # another test run was first
            new.rename(JARS)


def wait_ready(address: str, limit_s: float = 90) -> None:
    """Returns when this broker answers for the cluster; it answers only after it has joined."""

    async def until_listed(brokers: tuple[str, ...] = ()) -> None:
        while address not in brokers:
            admin = AIOKafkaAdminClient(bootstrap_servers=address, request_timeout_ms=2000)
            with contextlib.suppress(KafkaError, OSError):
                await admin.start()
                brokers = tuple(f"{broker['host']}:{broker['port']}" for broker in (await admin.describe_cluster())["brokers"])
            await admin.close()
            await asyncio.sleep(0.1)

    asyncio.run(asyncio.wait_for(until_listed(), limit_s))

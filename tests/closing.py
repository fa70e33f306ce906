"""The last lines of `make test`: what was not run, and what it would take."""

import os
import shutil
import sys


def missing_kafka() -> str | None:
    """Why the Kafka tests were skipped; None where they ran."""
    if os.environ.get("RASAD_TEST_KAFKA") or shutil.which("java") or shutil.which("docker"):
        return None
    return "the tests on a real Kafka (install Java 17 with Maven, or start Docker, or name a broker in RASAD_TEST_KAFKA)"


def main() -> int:
    """Prints the skipped parts; always 0, since a skip is not a failure unless RASAD_REQUIRE_KAFKA said so earlier."""
    skipped = [reason for reason in (missing_kafka(),) if reason]
    if not os.path.isdir(os.environ.get("RASAD_SHARED", "../shared")):  # noqa: PTH112
        skipped.append("the tests on the real articles, which belong to their publishers and are not shipped")
    if not os.environ.get("RASAD_FAST"):
        skipped.append("the tests of the compiled build (`make fast-test` makes one and runs them, where a C compiler is at hand)")
    sys.stdout.write("".join(f"NOT RUN: {reason}\n" for reason in skipped) or "Nothing was skipped.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

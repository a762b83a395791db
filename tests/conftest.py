"""How the tests run: property tests look at fewer, fresh examples at a desk and at the same ones in CI."""

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("desk", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("desk"), max_examples=80, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

# A shell that starts the tests in the background has them ignore Ctrl+C, and with them everything that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def short() -> Iterator[Path]:
    """A folder with a short path: where many tests run at once, theirs are too long for a socket to stand in."""
    folder = Path(tempfile.mkdtemp(prefix="bf-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)

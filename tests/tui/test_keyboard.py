"""The app at a real terminal: what is typed in bytes that are no text does not end it."""

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no such terminals", allow_module_level=True)

from tests.plain.terminal import Terminal


def test_bytes_that_are_no_text_do_not_end_the_app(tmp_path: Path) -> None:
    with Terminal(tmp_path, "learn") as terminal:
        terminal.until("Learn")
        terminal.press_bytes(b"\xe9\x9b\xff\x80?")
        terminal.until("esc")
        assert terminal.process.poll() is None and b"Traceback" not in terminal.raw


def test_keys_that_arrive_in_one_piece_count_where_the_keys_before_them_led(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.until("nothing leaves")
        for keys, answer in (
            ("5", "scenarios, nothing"),
            ("h0", "fill it in"),
            ("e\x1b[200~Ring the bell\x1b[201~", "Ring"),
        ):
            terminal.press(keys)
            terminal.until(answer)

"""What `check --fix` writes: the repairs that are certain, and not a byte more."""

import errno
import json
import os
import random
import re
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backfire_sim.authoring.fixing import Looked, Mended, difference, look_at, mend, mended, put, with_edits, write
from backfire_sim.scenario.problems import Edit, Fix, Problem
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.shelf import LIBRARY
from tests.program import RAID, backfire
from tests.scenario.test_diagnostics import EXAMPLES, whole_file
from tests.slips import slip

TEXT = Path(RAID).read_text(encoding="utf-8")
FILES = [
    TEXT,
    *(file.read_text(encoding="utf-8") for file in sorted(LIBRARY.glob("*[a-z].yaml")) if "." not in file.stem),
]
WRITTEN_AS_ON_THE_PAGE = {
    "BF007-2", "BF010-1", "BF010-2", "BF012-1", "BF012-2", "BF013-1", "BF021-1", "BF022-1", "BF022-2", "BF023-2",
    "BF023-3", "BF024-1", "BF024-2", "BF024-3", "BF025-1", "BF025-2", "BF026-1", "BF026-2", "BF026-3", "BF027-2",
    "BF028-2", "BF028-4", "BF028-5", "BF028-6", "BF031-1", "BF041-1", "BF042-1", "BF042-3", "BF043-1", "BF045-1",
    "BF050-1", "BF050-2", "BF050-3", "BF051-1", "BF051-2", "BF051-3", "BF052-2", "BF060-1", "BF061-1",
}  # fmt: skip
"""Examples that are certain enough to be put right, and come out as the page shows."""


def repaired(text: str, name: str = "x.yaml") -> tuple[str, Mended, Looked, Looked]:
    """A text with its repairs, what was done, and what a check finds before and after."""
    file, look = Path(name), look_at(Path(name), name, {})
    data = text.encode("utf-8")
    done, after = mended(file, data, look)
    return done.after.decode("utf-8"), done, look(data), after


def lines_of(text: str) -> list[str]:
    """Lines with their own line breaks."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n|$)", text)


def assert_no_worse(text: str, name: str = "x.yaml") -> str:
    """What has to hold of every repair of any file."""
    after_text, done, before, after = repaired(text, name)
    assert after.reach >= before.reach
    if after.reach == before.reach:
        assert len(after.problems) <= len(before.problems)
    touched = {line for line, _, _ in done.done}
    old, new = lines_of(text), lines_of(after_text)
    assert len(old) == len(new)
    for number, (was, now) in enumerate(zip(old, new, strict=True), 1):
        assert was == now or number in touched
        assert was[len(was.rstrip("\r\n")) :] == now[len(now.rstrip("\r\n")) :]
    assert repaired(after_text, name)[0] == after_text
    return after_text


@pytest.mark.parametrize("number", range(len(EXAMPLES)), ids=[str(example.id) for example in EXAMPLES])
def test_examples_of_the_pages_are_no_worse_for_it_and_the_certain_ones_come_out_right(number: int) -> None:
    _, example = EXAMPLES[number].values
    plays = example.wrong.startswith("plays:")
    wrong, right = (text if example.whole or plays else whole_file(text) for text in (example.wrong, example.right))
    after = assert_no_worse(wrong, "x.plays.yaml" if plays else "x.yaml")
    assert (after == right) == (EXAMPLES[number].id in WRITTEN_AS_ON_THE_PAGE)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, len(FILES) - 1), st.integers(1, 4), st.booleans())
def test_whatever_slips_no_repair_makes_it_worse_or_touches_another_line(
    seed: int, which: int, slips: int, windows: bool
) -> None:
    rng, text = random.Random(seed), FILES[which]
    for _ in range(slips):
        text = slip(rng, text)
    assert_no_worse(text.replace("\n", "\r\n") if windows else text)


def test_most_single_slips_of_a_letter_in_an_id_or_key_are_put_back() -> None:
    restored = 0
    for was, now in [
        ("voice: priest", "voice: preist"), ("tactic: distribute", "tactic: distribue"), ("minutes:", "minuets:"),
        ("reaches: [neighbours", "reaches: [neigbours"), ("uses: devaluation", "uses: devaluaton"),
        ("r: reframe", "r: refrane"), ("names: [mayor]", "names: [mayro]"),
        ("when: not families", "when: not famillies"),
        ("uses_consent: [ana.story", "uses_consent: [ana.storry"), ("prepared(cameras)", "prepared(camreas)"),
        ("outcome == backfire", "outcome == backfre"), ("effects: {dignity: +3}", "effects: {dignty: +3}"),
        ("answers: [cover_up]", "answers: [coverup]"), ("sets: [families_warned]", "sets: [families-warned]"),
    ]:  # fmt: skip
        assert was in TEXT
        restored += repaired(TEXT.replace(was, now, 1))[0] == TEXT
    assert restored == 14


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("voice: priest", "voice: nurse"),
        ("prepared(cameras)", "prepared(drones)"),
        ("effects: {momentum: -1, volunteers: -3}", "effects: {care: 1, volunteers: 3}"),
        ("effects: {care: -1}\n    moves", "effects: {care: 1}\n    moves"),
        ("strength: 2", "strength: 9"),
        ("because: Her story", "becuz: Her story"),
        ("text: He reads out", "text: 'He reads out"),
        ("label: Put Ana on", "label: Put Ana # on"),
        ("- ask: Which method", "- asks about: Which method"),
    ],
)
def test_where_only_the_author_knows_nothing_is_written(was: str, now: str) -> None:
    text = TEXT.replace(was, now, 1)
    assert text != TEXT
    after, done, before, _ = repaired(text)
    assert before.problems
    assert (after, done.done) == (text, ())


def test_where_all_that_name_it_agree_the_slip_may_be_in_the_thing_itself() -> None:
    text = TEXT.replace("  smear:\n    title", "  smaer:\n    title")
    assert repaired(text)[0] == text


@pytest.mark.parametrize(("was", "now"), [("goto: END", "goto: end"), ("visibility: +", "visiblity: +")])
def test_what_the_format_itself_calls_so_is_put_right_everywhere(was: str, now: str) -> None:
    assert TEXT.count(was) > 1
    assert repaired(TEXT.replace(was, now))[0] == TEXT


def test_an_id_is_put_right_where_it_is_written_and_where_it_is_named() -> None:
    text = TEXT.replace("mayor:      {", "The-Mayor:  {").replace("[mayor]", "[The-Mayor]")
    text = text.replace("families_warned", "Families_Warned")
    assert repaired(text)[0] == TEXT.replace("mayor:      {", "the_mayor:  {").replace("[mayor]", "[the_mayor]")


def test_a_file_indented_by_tabs_is_indented_by_spaces_in_one_go() -> None:
    text = re.sub(r"^( +)", lambda found: "\t" * (len(found[1]) // 2), TEXT, flags=re.MULTILINE)
    assert repaired(text)[0] == TEXT


def test_every_byte_elsewhere_stays() -> None:
    text = "\ufeff# Café, décomposé: cafe\u0301 \u200b\n" + TEXT.replace("voice: priest", "voice: preist  # a  slip\t")
    lines = lines_of(text)
    lines[10] = lines[10].replace("\n", "\r\n")
    lines[12] = lines[12].replace("\n", "\r")
    text = "".join(lines).rstrip("\n")
    assert repaired(text)[0] == text.replace("preist", "priest")


def test_columns_hold_behind_letters_that_are_saved_in_two_parts() -> None:
    text = TEXT.replace("{label: Father Tomas, trusted_by", "{label: Pe\u0301re Tomas, trustd_by")
    assert repaired(text)[0] == text.replace("trustd_by", "trusted_by")


def test_repairs_that_touch_each_other_wait_for_the_next_round() -> None:
    fixes = [
        Fix("one", (Edit(1, 1, 2, "xx"),)),
        Fix("same", (Edit(1, 1, 2, "xx"),)),
        Fix("beside", (Edit(1, 3, 0, "!"),)),
        Fix("far", (Edit(1, 5, 1, ""), Edit(2, 1, 0, ">"))),
    ]
    data, made = with_edits(b"abcdef\r\nsecond", fixes)
    assert data == b"xxcdf\r\n>second"
    assert [fix.what for fix in made] == ["one", "far"]


def test_a_repair_that_makes_it_worse_is_taken_back() -> None:
    bad = Fix("bad", (Edit(1, 1, 3, "txt"),))
    good = Fix("good", (Edit(2, 1, 4, "good"),))
    file, calm = Path("x.yaml"), look_at(Path("x.yaml"), "x.yaml", {})

    def look(data: bytes) -> Looked:
        """A check with a repair that does harm."""
        left = [fix for fix in (bad, good) if fix.edits[0].text.encode() not in data]
        harm = [Problem("BF044", f"{n}") for n in range(5 if b"txt" in data else 0)]
        told = [Problem("BF013", fix.what, fix=fix) for fix in left]
        return calm(TEXT.encode())._replace(problems=(*told, *harm))

    done, _ = mended(file, b"abc\nbaad", look)
    assert done.after == b"abc\ngood"
    assert [each.what for each in done.done] == ["good"]


# -- Files ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def raid(tmp_path: Path) -> Path:
    """A scenario with two slips, one of them certain."""
    file = tmp_path / "raid.yaml"
    file.write_text(TEXT.replace("voice: priest", "voice: preist").replace("difficulty: 2", "difficulty: 22"))
    return file


def _mend(file: Path) -> Mended:
    (found,) = mend([str(file)])
    return found


def test_mode_and_links_are_kept(raid: Path, tmp_path: Path) -> None:
    raid.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(raid.name)
    write(_mend(link))
    assert link.is_symlink()
    assert "voice: priest" in raid.read_text()
    assert stat.S_IMODE(raid.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.yaml", "raid.yaml"]


def test_on_a_full_disk_the_file_is_as_it_was(raid: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, found = raid.read_bytes(), _mend(raid)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match=r"No space left.*as it was"):
        write(found)
    assert raid.read_bytes() == before
    assert [path.name for path in raid.parent.iterdir()] == ["raid.yaml"]


def test_a_file_that_was_saved_in_the_meantime_is_left_alone(raid: Path) -> None:
    found = _mend(raid)
    raid.write_text("format: 1\n")
    with pytest.raises(StorageError, match="changed in the meantime"):
        write(found)
    assert raid.read_text() == "format: 1\n"
    with pytest.raises(StorageError, match="changed in the meantime"):
        put(raid, None, b"")


def test_golden_plays_are_held_against_the_scenario_as_it_is_then(raid: Path) -> None:
    raid.write_text(raid.read_text().replace("difficulty: 22", "difficulty: 2"))
    beside = raid.with_name("raid.plays.yaml")
    beside.write_text(
        "plays:\n  a:\n    prepare: [camreas]\n"
        "    path: [raid/wait, smear.portrats]  # by hand\n    expct: {rounds: 2}\n"
    )
    scenario, plays = mend([str(raid)])
    assert scenario.file == raid
    assert plays.after.decode() == (
        "plays:\n  a:\n    prepare: [cameras]\n"
        "    path: [raid.wait, smear.portraits]  # by hand\n    expect: {rounds: 2}\n"
    )
    assert [found.file for found in mend([str(beside), str(raid)])] == [raid, beside]


def test_translations_are_mended_too(tmp_path: Path) -> None:
    clean = tmp_path / "clean.yaml"
    clean.write_text(TEXT)
    assert backfire(tmp_path, "translate", str(clean), "es").returncode == 0
    beside = tmp_path / "clean.es.yaml"
    was = beside.read_text()
    assert "language: es" in was
    beside.write_text(was.replace("language: es", "langauge: es"))
    (found,) = mend([str(clean)])
    assert (found.file, found.after.decode()) == (beside, was)


def test_a_translation_with_a_colon_in_it_is_put_into_quotes(tmp_path: Path) -> None:
    clean = tmp_path / "clean.yaml"
    clean.write_text(TEXT)
    assert backfire(tmp_path, "translate", str(clean), "es").returncode == 0
    beside = tmp_path / "clean.es.yaml"
    was = beside.read_text()
    beside.write_text(was.replace('to: ""', "to: De noche: una plaza", 1))
    (found,) = mend([str(clean)])
    assert (found.file, found.after.decode()) == (beside, was.replace('to: ""', 'to: "De noche: una plaza"', 1))


def test_a_file_that_is_no_text_is_left_alone(tmp_path: Path) -> None:
    for name, data in (("a.yaml", b"\xff\xfea\x00"), ("b.yaml", b"\xc3("), ("c.yaml", b"PK\x03\x04")):
        (tmp_path / name).write_bytes(data)
    assert list(mend([str(path) for path in tmp_path.iterdir()] + [str(tmp_path / "none.yaml"), str(tmp_path)])) == []


# -- As a command ---------------------------------------------------------------------------------------------------


def test_each_repair_is_said_with_its_place_and_then_what_is_left(raid: Path, tmp_path: Path) -> None:
    done = backfire(tmp_path, "check", str(raid), "--fix")
    assert done.returncode == 1
    first, empty, *rest = done.stdout.splitlines()
    assert (first, empty) == (f"fixed {raid}:117:16: `preist` -> `priest`", "")
    assert "BF044" in rest[0]
    assert rest[-1] == "1 error"
    again = backfire(tmp_path, "check", str(raid), "--fix")
    assert "fixed" not in again.stdout


def test_programs_get_their_report_without_a_word_before_it(raid: Path, tmp_path: Path) -> None:
    done = backfire(tmp_path, "check", str(raid), "--fix", "--format", "json")
    assert [problem["code"] for problem in json.loads(done.stdout)] == ["BF044"]
    assert "fixed" in done.stderr


def test_a_difference_is_shown_and_nothing_written(raid: Path, tmp_path: Path) -> None:
    before = raid.read_bytes()
    done = backfire(tmp_path, "check", str(raid), "--diff")
    assert done.returncode == 1
    assert raid.read_bytes() == before
    changed = [line for line in done.stdout.splitlines() if re.match(r"[+-][^+-]", line)]
    assert changed == ["-        voice: preist", "+        voice: priest"]
    assert "1 repair; nothing was written" in done.stderr
    assert difference(_mend(raid))[0].startswith(f"--- {raid}")


def test_where_nothing_is_certain_a_difference_says_so(tmp_path: Path) -> None:
    done = backfire(tmp_path, "check", RAID, "--diff")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Nothing here can be repaired" in done.stderr
    assert backfire(tmp_path, "check", "none.yaml", "--diff").returncode == 2


def test_a_file_that_may_not_be_written_is_said_so(raid: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from backfire_sim.cli import main

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("backfire_sim.authoring.fixing.write_authored", refuse)
    before = raid.read_bytes()
    assert main(["check", str(raid), "--fix"]) == 1
    assert raid.read_bytes() == before


def test_fix_diff_and_watch_are_one_or_the_other(raid: Path, tmp_path: Path) -> None:
    assert backfire(tmp_path, "check", str(raid), "--fix", "--diff").returncode == 2

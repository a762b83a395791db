"""`bless`: a play from the log becomes a golden play, and a golden play takes new figures, around what stands there."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from backfire_sim.authoring.blessing import NotBlessedError, way_of
from backfire_sim.authoring.golden import result
from backfire_sim.authoring.walk import figures, walk
from backfire_sim.engine.events import Ask, End, Event, Play, Prepare, Throw, Undo, Withdraw
from backfire_sim.engine.session import Session
from backfire_sim.scenario.beside import sidecar
from backfire_sim.scenario.load import load
from backfire_sim.scenario.plays import GoldenPlay, load_plays
from backfire_sim.storage.keeper import begin
from backfire_sim.storage.shelf import open_named
from tests.made import played
from tests.program import RAID, backfire

PREPARED = Prepare(("cameras", "code"))
TO_THE_END = (PREPARED, Play("raid", "publish"), Play("smear", "portraits"))


@pytest.fixture
def raid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scenario of one's own, and a home to keep plays in."""
    monkeypatch.setenv("BACKFIRE_HOME", str(tmp_path / "home"))
    file = tmp_path / "raid.yaml"
    file.write_text(Path(RAID).read_text())
    return file


def play(file: Path, *events: Event, seed: int = 7) -> str:
    """A play of these events, kept; its id."""
    with begin(open_named(str(file)), seed=seed) as kept:
        for event in events:
            kept.play(event)
        assert kept.log.path is not None
        return kept.log.path.stem


def bless(home: Path, *words: str) -> tuple[int, str]:
    """The exit code of the command, and what it said."""
    done = backfire(home, "bless", *words)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def test_the_last_play_becomes_a_golden_play_that_passes(raid: Path, tmp_path: Path) -> None:
    play(raid, PREPARED, Play("raid", "wait"), Undo(), *TO_THE_END[1:])
    home = tmp_path / "home"
    code, said = bless(home, str(raid), "--id", "good", "--about", 'The film: then "the priest".')
    assert (code, said) == (0, f"Blessed as good: 2 steps, outcome smothered, contained. Written to {sidecar(raid)}.\n")
    assert sidecar(raid).read_text() == (
        "plays:\n"
        "  good:\n"
        '    about: "The film: then \\"the priest\\"."\n'
        "    prepare: [cameras, code]\n"
        "    path:\n      - raid.publish\n      - smear.portraits\n"
        "    expect:\n      ending: contained\n      outcome: smothered\n      rounds: 2\n"
        "      support: 26\n      power: 3\n      mobilization: 6\n"
        "      political: 0\n      standing: 3\n      economic: 0\n      legal: 1\n"
        "      care: 6\n      courage: 5\n      momentum: 4\n      evidence: 3\n"
    )
    assert backfire(home, "plays", str(raid)).returncode == 0
    assert load_plays(sidecar(raid), load(raid)).problems == ()


def test_consent_asked_at_first_injects_and_questions_in_between_are_told_apart(raid: Path) -> None:
    session = Session(open_named(str(raid)).scenario, 3)
    for event in (PREPARED, Ask("ana", "story"), Play("raid", "publish"), Throw("leak"), Ask("ana", "face")):
        session.play(event)
    way = way_of(session)
    assert (way.prepare, way.consent) == (("cameras", "code"), ("ana.story",))
    assert way.steps == ("raid.publish", "inject:leak", "ask:ana.face")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(played())
def test_the_path_of_any_play_leads_where_the_play_did(session: Session) -> None:
    try:
        way = way_of(session)
    except NotBlessedError:
        assert any(isinstance(event, Withdraw) for event in session.line) or len(session.line) < 3
        return
    again = walk(session.scenario, way)
    assert again.position == session.position
    assert figures(again) == figures(session)
    golden = GoldenPlay("it", "", way.steps, figures(session), way.prepare, way.consent, way.seed)
    assert result(session.scenario, golden).passed


def test_what_stands_in_the_file_stays_as_it_is(raid: Path, tmp_path: Path) -> None:
    there = (
        b"\xef\xbb\xbf# By hand.\r\nplays:   # all of them\r\n"
        b"    wait: {path: [raid.wait],   expect: {rounds: 1}}   # two  spaces\r\n\r\n    # The end.\r\n\r\n\r\n"
    )
    sidecar(raid).write_bytes(there)
    play(raid, *TO_THE_END)
    code, _ = bless(tmp_path / "home", str(raid), "last", "--id", "good")
    assert code == 0
    after = sidecar(raid).read_bytes()
    kept = (
        there.rstrip(b"\r\n")
        + b"\r\n    good:\r\n      prepare: [cameras, code]\r\n      path:\r\n        - raid.publish\r\n"
    )
    assert after.startswith(kept)
    assert after.count(b"\n") == after.count(b"\r\n")
    assert [each.id for each in load_plays(sidecar(raid), load(raid)).plays] == ["wait", "good"]


@pytest.mark.parametrize("there", ["", "# nothing yet\n", "plays:\n", "plays:  # none\n\n# yet"])
def test_a_file_that_holds_no_play_yet_gets_its_first(there: str, raid: Path, tmp_path: Path) -> None:
    sidecar(raid).write_text(there)
    play(raid, *TO_THE_END)
    assert bless(tmp_path / "home", str(raid), "--id", "good")[0] == 0
    assert sidecar(raid).read_text().startswith(there.rstrip("\n"))
    assert [each.id for each in load_plays(sidecar(raid), load(raid)).plays] == ["good"]


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ("plays: {a: {path: [raid.wait], expect: {rounds: 1}}}\n", "lines of its own"),
        ("plays:\n  a: {path: [raid.wait], expect: {rounds: 1}}\n...\n", "lines of its own"),
        ("plays:\n  good: {path: [raid.wait], expect: {rounds: 1}}\n", "--update good"),
        ("plays:\n  a: {path: [raid.leave], expect: {rounds: 1}}\n", "BF013"),
    ],
)
def test_a_file_that_cannot_take_it_is_left_alone(there: str, said: str, raid: Path, tmp_path: Path) -> None:
    sidecar(raid).write_text(there)
    play(raid, *TO_THE_END)
    code, told = bless(tmp_path / "home", str(raid), "--id", "good")
    assert code == 1
    assert said in told
    assert sidecar(raid).read_text() == there


def test_a_play_that_is_not_over_is_only_blessed_so_far(raid: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    play(raid, PREPARED, Play("raid", "publish"))
    code, said = bless(home, str(raid), "--id", "half")
    assert code == 1
    assert "it stands in smear" in said
    assert not sidecar(raid).exists()
    code, said = bless(home, str(raid), "--id", "half", "--so-far")
    assert (code, "no end yet" in said) == (0, True)
    assert "ending" not in sidecar(raid).read_text()
    assert backfire(home, "plays", str(raid)).returncode == 0
    play(raid, PREPARED, Play("raid", "publish"), End())
    assert "stopped this play before an end" in bless(home, str(raid), "--id", "ended")[1]


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ((), "nothing is prepared yet"),
        ((PREPARED,), "Nothing has been played yet"),
        ((PREPARED, Ask("ana", "story"), Withdraw("ana", "story"), Play("raid", "publish")), "takes back a yes"),
    ],
)
def test_what_no_path_can_say_is_refused(events: tuple[Event, ...], said: str, raid: Path, tmp_path: Path) -> None:
    play(raid, *events)
    code, told = bless(tmp_path / "home", str(raid), "--id", "it", "--so-far")
    assert code == 1
    assert said in told


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("effects: {dignity: +3}", "effects: {dignity: +2}", "After smear.portraits:"),
        ("      portraits:", "      pictures:", "Event 4, smear.portraits:"),
        ("cameras", "kameras", "Event 2, prepare cameras, code:"),
    ],
)
def test_a_play_that_comes_out_otherwise_now_is_refused_with_where(
    was: str, now: str, said: str, raid: Path, tmp_path: Path
) -> None:
    play(raid, *TO_THE_END)
    raid.write_text(raid.read_text().replace(was, now))
    code, told = bless(tmp_path / "home", str(raid), "--id", "it")
    assert code == 1
    assert said in told
    assert not sidecar(raid).exists()


def test_a_play_is_found_by_the_beginning_of_its_id_among_those_of_its_scenario(raid: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = play(raid, *TO_THE_END)
    play(raid, PREPARED, Play("raid", "wait"), Play("smear", "wait"))
    other = play(Path("the-count-goes-on"), Prepare(("log", "code")))
    assert bless(home, str(raid), first[:10], "--id", "first")[0] == 0
    assert "raid.publish" in sidecar(raid).read_text()
    assert "of food-bank-raid there are" in bless(home, str(raid), "nope", "--id", "x")[1].lower()
    assert f"{other} is a play of the-count-goes-on" in bless(home, str(raid), other, "--id", "x")[1]
    assert "No play of paper-menorahs is kept here" in bless(home, "paper-menorahs", "--id", "x")[1]


def test_the_play_of_this_very_file_comes_before_that_of_a_copy(raid: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.yaml"
    copy.write_text(raid.read_text())
    play(raid, *TO_THE_END)
    os.utime(tmp_path / "home", None)
    play(copy, PREPARED, Play("raid", "wait"), Play("smear", "wait"))
    assert bless(tmp_path / "home", str(raid), "--id", "good")[0] == 0
    assert "raid.publish" in sidecar(raid).read_text()


@pytest.mark.parametrize("words", [["--id", "Good one"], ["--id", "x.y"]])
def test_an_id_that_is_none_is_refused(words: list[str], raid: Path, tmp_path: Path) -> None:
    play(raid, *TO_THE_END)
    assert "cannot be an id" in bless(tmp_path / "home", str(raid), *words)[1]


def test_an_id_has_to_be_given_once(raid: Path, tmp_path: Path) -> None:
    for words in ([], ["--id", "a", "--update", "b"]):
        assert bless(tmp_path / "home", str(raid), *words)[0] == 2


def test_the_seed_is_kept_where_something_is_drawn(raid: Path, tmp_path: Path) -> None:
    raid.write_text(
        raid.read_text()
        .replace("          - when: care >= 6\n", "          - odds: 1\n")
        .replace("          - text: People are afraid", "          - odds: 1\n            text: People are afraid")
    )
    play(raid, PREPARED, Play("raid", "witnesses"), Play("smear", "wait"), seed=11)
    assert bless(tmp_path / "home", str(raid), "--id", "drawn")[0] == 0
    assert "    seed: 11\n" in sidecar(raid).read_text()
    assert backfire(tmp_path / "home", "plays", str(raid)).returncode == 0


# -- New figures ------------------------------------------------------------------------------------------------------

GOLDEN = """\
plays:
  # The first.
  good:
    prepare: [cameras, code]
    path: [raid.publish, smear.portraits]
    expect: {rounds:   2, evidence: 3, support: 26, outcome: 'smothered'}  # as of today
  other:
    path: [raid.wait]
    expect: {evidence: 0}
"""


def test_new_figures_are_accepted_and_nothing_else_changes(raid: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    sidecar(raid).write_text(GOLDEN)
    assert "nothing to accept" in bless(home, str(raid), "--update", "good")[1]
    assert sidecar(raid).read_text() == GOLDEN
    raid.write_text(raid.read_text().replace("visibility: +3, evidence: +2}", "visibility: +4, evidence: +1}"))
    assert backfire(home, "plays", str(raid)).returncode == 1
    code, said = bless(home, str(raid), "--update", "good")
    assert (code, "evidence 3 -> 2" in said) == (0, True)
    after = sidecar(raid).read_text()
    assert [a == b for a, b in zip(GOLDEN.splitlines(), after.splitlines(), strict=True)].count(False) == 1
    assert "{rounds:   2, evidence: 2," in after
    assert backfire(home, "plays", str(raid)).returncode == 0


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("raid.publish, smear.portraits]", "raid.witnesses, raid.wait]", "cannot be walked any more: Step 2"),
        ("smear.portraits]", "inject:leak]", "comes to no end any more"),
    ],
)
def test_a_path_that_has_no_such_figures_any_more_is_refused(
    was: str, now: str, said: str, raid: Path, tmp_path: Path
) -> None:
    text = GOLDEN.replace(was, now).replace("rounds:   2", "ending: contained")
    sidecar(raid).write_text(text)
    code, told = bless(tmp_path / "home", str(raid), "--update", "good")
    assert code == 1
    assert said in told
    assert sidecar(raid).read_text() == text


def test_only_a_golden_play_that_is_there_takes_new_figures(raid: Path, tmp_path: Path) -> None:
    assert "has no golden play good" in bless(tmp_path / "home", str(raid), "--update", "good")[1]
    sidecar(raid).write_text(GOLDEN)
    assert "There are: good, other." in bless(tmp_path / "home", str(raid), "--update", "best")[1]

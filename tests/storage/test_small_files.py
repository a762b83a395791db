"""Where things live, the settings, and the cache."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backfire_sim.storage import cache
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.paths import ensure_folder, places, write_whole
from backfire_sim.storage.settings import CHOICES, Settings, load, save

SHARED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_one_folder_holds_everything_where_a_person_says_so(home: Path) -> None:
    where = places()
    assert (where.plays, where.cache, where.settings) == (home / "plays", home / "cache", home / "settings.toml")
    assert not home.exists()


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_otherwise_the_systems_own_folders_are_used(monkeypatch: pytest.MonkeyPatch, nothing: str | None) -> None:
    monkeypatch.delenv("BACKFIRE_HOME")
    if nothing is not None:
        monkeypatch.setenv("BACKFIRE_HOME", nothing)
    where = places()
    assert all("backfire" in str(path) and path.is_absolute() for path in (where.plays, where.cache, where.settings))


def test_a_home_folder_may_be_written_short_or_relative(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKFIRE_HOME", "~/stick")
    assert places().plays == Path.home() / "stick" / "plays"
    monkeypatch.setenv("BACKFIRE_HOME", "here")
    assert places().plays == Path.cwd() / "here" / "plays"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other people out by other means")
def test_our_folders_are_closed_to_others_and_those_above_are_left_as_they_are(tmp_path: Path) -> None:
    above = tmp_path / "desktop"
    above.mkdir(mode=0o755)
    above.chmod(0o755)
    (above / "plays").mkdir()
    (above / "plays").chmod(0o777)
    ensure_folder(above / "plays")
    ensure_folder(above / "new" / "cache")
    modes = [stat.S_IMODE((above / name).stat().st_mode) for name in (".", "plays", "new", "new/cache")]
    assert modes == [0o755, 0o700, 0o700, 0o700]


@SHARED
@given(
    st.builds(
        Settings,
        theme=st.from_regex(r"[a-z0-9][a-z0-9_+-]{0,39}", fullmatch=True),
        panic_key=st.from_regex(r"[a-z0-9][a-z0-9_+-]{0,39}", fullmatch=True),
        keep_plays=st.booleans(),
        intensity=st.sampled_from(CHOICES["intensity"]),
        projector=st.booleans(),
        still=st.booleans(),
        scenarios=st.sampled_from(["", "~/own scenarios", "C:\\\\own"]),
        language=st.sampled_from(["system", "es", "pt-br"]),
    )
)
def test_settings_come_back_equal(chosen: Settings) -> None:
    save(chosen)
    assert load() == (chosen, ())


def test_settings_are_lines_a_person_can_read_and_change(home: Path) -> None:
    save(Settings())
    text = places().settings.read_text()
    assert 'theme = "dusk"\n' in text and "keep_plays = true\n" in text and text.startswith("# Colors.")
    assert stat.S_IMODE(places().settings.stat().st_mode) == 0o600 or os.name == "nt"
    places().settings.write_text(text.replace("keep_plays = true", "  keep_plays=false  "))
    assert load() == (Settings(keep_plays=False), ())
    assert [p.name for p in home.iterdir()] == ["settings.toml"]


def test_lines_that_make_no_sense_are_named_and_the_others_hold(home: Path) -> None:
    home.mkdir()
    places().settings.write_text(
        'thme = "x"\nkeep_plays = 3\npanic_key = "f9"\ntheme\ntheme = "\x1b[31m"\nveil = true # no\n'
    )
    found, passed_over = load()
    assert found == Settings(panic_key="f9")
    assert [said.split("line ")[1].split(":")[0] for said in passed_over] == ["1", "2", "4", "5", "6"]
    assert "there is no setting 'thme'" in passed_over[0]
    assert not any("\x1b" in said for said in passed_over)


@SHARED
@given(st.binary(max_size=300))
def test_a_settings_file_of_garbage_never_stops_the_program(garbage: bytes) -> None:
    ensure_folder(places().settings.parent)
    places().settings.write_bytes(garbage)
    found, _ = load()
    assert isinstance(found, Settings)


def test_settings_that_cannot_be_read_or_kept_are_told(home: Path) -> None:
    ensure_folder(places().settings)
    found, passed_over = load()
    assert found == Settings() and "cannot be read" in passed_over[0]
    with pytest.raises(StorageError, match="cannot be kept"):
        save(Settings())
    assert [p.name for p in home.iterdir()] == ["settings.toml"]
    with pytest.raises(ValueError):
        save(Settings(theme="Not a name"))


@SHARED
@given(st.text(), st.binary(max_size=200))
def test_what_is_put_in_the_cache_can_be_got(key: str, value: bytes) -> None:
    assert cache.put(key, value)
    assert cache.get(key) == value


def test_a_key_never_put_is_a_miss(home: Path) -> None:
    assert cache.get("a") is None
    cache.put("a", b"1")
    assert cache.get("b") is None


def test_a_damaged_or_exchanged_entry_is_a_miss(home: Path) -> None:
    cache.put("a", b"value of a")
    cache.put("b", b"value of b")
    one, other = sorted(places().cache.iterdir())
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first[:-1] + b"?")
    assert cache.get("a") is None and cache.get("b") is None
    for path in (one, other):
        path.write_bytes(b"")
    assert cache.get("a") is None


def test_the_cache_keeps_to_its_size_and_what_was_used_last(tmp_path: Path) -> None:
    for n in range(5):
        assert cache.put(f"key{n}", bytes(1000), tmp_path, most=3200)
        for path in tmp_path.iterdir():
            os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns - 10**9))
        if n >= 1:
            assert cache.get("key1", tmp_path) is not None
    assert [n for n in range(5) if cache.get(f"key{n}", tmp_path)] == [1, 3, 4]
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 3200
    assert not cache.put("too long", bytes(4000), tmp_path, most=3200)


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    assert not cache.put("a", b"1", tmp_path / "cache")
    assert cache.get("a", tmp_path / "cache") is None


def test_what_a_killed_write_left_in_the_cache_is_cleared_after_an_hour(tmp_path: Path) -> None:
    old, new = tmp_path / ("0" * 32 + ".bin.0123456789ab.tmp"), tmp_path / ("1" * 32 + ".bin.0123456789ab.tmp")
    for path in (old, new):
        path.touch()
    os.utime(old, (1, 1))
    cache.put("a", b"1", tmp_path)
    assert not old.exists() and new.exists()


def test_a_write_that_fails_leaves_the_old_file_and_no_scrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    write_whole(path, b"old")

    def failing(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(OSError):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]

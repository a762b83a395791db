"""The functions that words pass, and which language they speak."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from backfire_sim import speech
from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _, later, plural, sense
from backfire_sim.storage.language import VARIABLES, Choice, speak, spoken_for
from backfire_sim.storage.paths import places
from backfire_sim.storage.settings import Settings, load
from backfire_sim.tui.app import BackfireApp
from tests.program import RAID, backfire
from tests.tui.stage import Desk, press, read_whole, run, screen_text, staged


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("BACKFIRE_HOME", str(tmp_path / "home"))
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    yield tmp_path / "home"
    speech.speak_with(None)


class Shouting:
    """A catalogue that says everything louder, with three forms of many."""

    def gettext(self, message: str) -> str:
        return f"{message}!" if message != "{a} before {b}" else "{b} AFTER {a}"

    def ngettext(self, one: str, many: str, count: int) -> str:
        return f"{one if count == 1 else many}{'!' * min(count, 3)}"

    def pgettext(self, context: str, message: str) -> str:
        return f"{message} as {context}"


def test_without_a_catalogue_words_are_as_they_stand() -> None:
    assert _("a {b} c") == "a {b} c"
    assert _("a {b} c", b="{x}") == "a {x} c"
    assert plural("{count} {what}", "{count} {what}s", 1, what="gate") == "1 gate"
    assert plural("{count} {what}", "{count} {what}s", 0, what="gate") == "0 gates"
    assert sense("meant", "{a}", a=1) == "1"
    assert later("x") == later("x", "sense") == "x"


def test_with_a_catalogue_words_are_the_catalogues() -> None:
    speech.speak_with(Shouting())
    assert _("{a} before {b}", a=1, b=2) == "2 AFTER 1"
    assert plural("{count} gate", "{count} gates", 2) == "2 gates!!"
    assert sense("a verb", "open") == "open as a verb"
    assert _("") == ""
    assert label("reveal") == "Reveal!"
    assert later("x") == "x"


@pytest.mark.parametrize(
    ("asked", "setting", "variables", "language"),
    [
        ("es", "system", {}, "es"),
        ("ES_mx", "system", {}, "es-MX"),
        ("en", "es", {"LANG": "es_ES.UTF-8"}, "en"),
        ("", "es", {"LANG": "en_US.UTF-8"}, "es"),
        ("", "system", {"LANG": "es_AR.UTF-8"}, "es-AR"),
        ("", "system", {"LANG": "en_US.UTF-8", "LC_MESSAGES": "es_ES"}, "es-ES"),
        ("", "system", {"LC_MESSAGES": "en_US", "LC_ALL": "es_ES.UTF-8"}, "es-ES"),
        ("", "system", {"LC_ALL": "de_DE", "LANGUAGE": "qu:es:en"}, "es"),
        ("", "system", {"LANG": "de_DE.UTF-8"}, "de"),
        ("", "system", {"LANG": "C.UTF-8"}, "en"),
        ("", "system", {"LANG": "POSIX"}, "en"),
        ("", "system", {}, "en"),
    ],
)
def test_the_option_goes_before_the_settings_and_these_before_the_computer(
    asked: str, setting: str, variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    choice = speak(asked, Settings(language=setting))
    assert choice.language in (language, f"{language}-DE")
    assert not choice.passed_over
    assert _("Scenarios") == ("Escenarios" if language.startswith("es") else "Scenarios")


@pytest.mark.parametrize("named", ["xx", "klingonese", "", "\x1b[31m"])
def test_a_language_that_is_not_spoken_is_said_with_those_that_are(named: str) -> None:
    choice = speak(named or "xx", Settings(language="es"))
    assert choice.passed_over.startswith("Backfire does not speak “")
    assert choice.passed_over.endswith("It speaks: en (English), es (español).")
    assert "\x1b" not in choice.passed_over
    assert _("Scenarios") == "Scenarios"
    assert speak("", Settings(language="xx")).passed_over


def test_a_scenario_may_speak_a_language_that_the_program_does_not() -> None:
    assert speak("fr").language == "fr"
    assert spoken_for("fr") == "en" and spoken_for("es-419") == "es"


def test_a_catalogue_that_is_damaged_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "eo" / "LC_MESSAGES" / "backfire.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"not a catalogue")
    monkeypatch.setattr("backfire_sim.storage.language.CATALOGUES", tmp_path)
    assert speak("eo").passed_over


# -- The command line --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "variables", "said"),
    [
        (["list", "--language", "es"], {}, "1. El conteo sigue"),
        (["list"], {"LANG": "es_MX.UTF-8"}, "1. El conteo sigue"),
        (["list", "--language=en"], {"LANG": "es_MX.UTF-8"}, "1. The Count Goes On"),
        (["--language", "es"], {}, "En esta terminal no se puede dibujar"),
        (["--help"], {"LC_ALL": "es_CO"}, "uso: backfire"),
        (["play", "--help", "--language", "es"], {}, "uso: backfire play"),
        (["play", RAID, "--plain", "--language", "es"], {}, "1. Empezar"),
        (["resume"], {"LANG": "es"}, "No hay ninguna partida que seguir"),
        (["privacy", "--language", "es"], {}, "Nada sale de esta computadora"),
        (["wipe"], {"LANG": "es"}, "No se borró nada"),
        (["walk", RAID], {"LANG": "es"}, "Dawn at the food bank"),
    ],
)
def test_players_hear_their_language_and_authors_english(
    words: list[str], variables: dict[str, str], said: str, tmp_path: Path
) -> None:
    assert backfire(tmp_path, "list").returncode == 0
    heard = backfire(tmp_path, *words, LANGUAGE="", **variables)
    assert said in heard.stdout
    assert not heard.stderr


def test_misuse_is_said_in_the_language_too(tmp_path: Path) -> None:
    done = backfire(tmp_path, "play", "--sead", "1", "x", "--language", "es")
    assert done.returncode == 2
    assert done.stderr.startswith("backfire: esto no va aquí: --sead x. ¿Quisieron decir --seed?")


def test_the_settings_say_the_language(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('language = "es"\n')
    assert "Unos 25 minutos" in backfire(tmp_path, "list").stdout
    (tmp_path / "settings.toml").write_text('language = "xx"\n')
    done = backfire(tmp_path, "list")
    assert "About 25 minutes" in done.stdout
    assert (
        done.stderr == "Backfire does not speak “xx”, and goes on in English. It speaks: en (English), es (español).\n"
    )


def test_a_play_goes_on_in_another_language(tmp_path: Path) -> None:
    played = backfire(tmp_path, "play", "the-count", "--plain", typed="1\nnone\n1\nquit\n")
    assert "You leave." in played.stdout
    resumed = backfire(tmp_path, "resume", "--plain", "--language", "es", typed="registro\nsalir\n")
    assert "Siguen desde su última decisión." in resumed.stdout
    assert "1. Miércoles por la mañana" in " ".join(resumed.stdout.split())


# -- The app -----------------------------------------------------------------------------------------------------------


class Writing(Desk):
    """A desk whose settings are kept."""

    def save_settings(self, settings: Settings) -> None:
        from backfire_sim.storage.settings import save

        self.held = settings
        save(settings)


def test_the_language_is_changed_on_the_home_screen_and_remembered() -> None:
    async def play() -> None:
        async with staged(source=Writing()) as (app, pilot):
            assert "Scenarios" in screen_text(app)
            await press(pilot, "end", "enter")
            assert "Escenarios" in screen_text(app)
            assert load()[0].language == "es"
            assert "# Colores." in places().settings.read_text()
            app.visit("library")
            await read_whole(app, pilot)
            assert "El conteo sigue" in screen_text(app)
            await press(pilot, "enter")
            assert "Lo que contiene" in screen_text(app)
            await press(pilot, "q", "h", "end", "enter")
            assert "Scenarios" in screen_text(app)
            assert load()[0].language == "en"

    run(play)


def test_what_was_passed_over_is_said_on_the_first_screen() -> None:
    async def play() -> None:
        app = BackfireApp(Desk(), said=Choice("xx", "No such language.").passed_over)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "No such language." in screen_text(app)

    run(play)

"""A bare Textual app of the shape of the play screen: text, five choices, twelve gauges. It does nothing else."""

from textual.app import App, ComposeResult
from textual.widgets import OptionList, Static

TEXT = "On the morning after, the street is quiet and the shutters are half down. " * 6


class Bare(App[None]):
    """Text, choices, gauges."""

    CSS = """
    #text { height: 8; border: round gray; }
    .gauge { height: 1; }
    OptionList { height: 9; border: round gray; }
    """

    def compose(self) -> ComposeResult:
        """The same number of things as the play screen draws."""
        yield Static(TEXT, id="text")
        for n in range(12):
            yield Static(f"gauge {n:>2} " + "━" * (n + 8) + "●", classes="gauge", id=f"gauge{n}")
        yield OptionList(*(f"choice {n}" for n in range(5)), id="choices")

    def on_mount(self) -> None:
        """Let the keys reach the choices."""
        self.query_one("#choices").focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A choice changes the text and every gauge."""
        self.query_one("#text", Static).update(f"{event.option_index} {TEXT[event.option_index :]}")
        for n in range(12):
            self.query_one(f"#gauge{n}", Static).update(f"gauge {n:>2} " + "━" * (n + 9 + event.option_index) + "●")


if __name__ == "__main__":
    Bare().run()

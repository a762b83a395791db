"""The small rules by which texts of a scenario become sentences."""

import pytest

from backfire_sim.plain.wording import sentence


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Post the pictures", "Post the pictures."),
        ("What was she doing there?", "What was she doing there?"),
        ('Post them with "they did it"', 'Post them with "they did it".'),
        ('"We may fight about water," she says. "Nobody has to be afraid."', None),
        ("Digan «ya basta»", "Digan «ya basta»."),
        ("Show it (if they agree)", "Show it (if they agree)."),
        ("", ""),
    ],
)
def test_a_text_gets_the_full_stop_that_it_lacks_and_no_second_one(text: str, told: str | None) -> None:
    assert sentence(text) == (text if told is None else told)

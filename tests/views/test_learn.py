"""Where things are played, and how a page is looked up and read."""

from backfire_sim.handbook.book import Section, every_leaf, leaf
from backfire_sim.scenario.load import load
from backfire_sim.scoring.vocabulary import METHODS, RESPONSES
from backfire_sim.views.learn import MODEL, Piece, kind, meant, pieces, see_also, sources
from backfire_sim.views.played_where import Moment, played_where
from tests.program import RAID


def test_every_move_method_and_preparation_is_found_by_title_and_label_alone() -> None:
    scenario = load(RAID).scenario
    assert scenario is not None
    index = played_where([("raid", scenario)])
    (reveal,) = index["reveal"]
    assert (reveal.source, reveal.title) == ("raid", scenario.title)
    assert Moment("", "Train four people to film") in reveal.moments
    texts = {outcome.text for scene in scenario.scenes.values() for move in scene.moves for outcome in move.outcomes}
    texts |= {method.text for scene in scenario.scenes.values() for method in scene.methods}
    labels = {moment.label for places in index.values() for place in places for moment in place.moments}
    assert not labels & texts
    moves = [move for scene in scenario.scenes.values() for move in scene.moves]
    for move in moves:
        assert move.label in {moment.label for moment in index[move.tactic][0].moments}
        assert move.label in {moment.label for moment in index[move.response][0].moments}
    for scene in scenario.scenes.values():
        for method in scene.methods:
            assert scene.title in {moment.scene for moment in index[method.uses][0].moments}
            assert scene.title in {moment.scene for moment in index[method.technique][0].moments}


def test_a_page_is_meant_by_its_id_its_title_or_words_of_its_own() -> None:
    page = leaf("redeem")
    for words in ("redeem", "REDEEM", f" {page.title} "):
        assert meant(words) == "redeem"
    assert meant("cover-up") in ("cover_up", meant("cover_up"))
    assert meant("model") == MODEL
    assert meant("principles") == meant("The five principles") == "principles"
    assert meant("") == meant("no page has such a wrod") == ""
    for each in every_leaf():
        assert meant(each.id) == each.id


def test_paragraphs_and_items_are_told_apart() -> None:
    text = "One\nline.\n\n- first,\nwhich goes on\n- second\n\nAfter."
    assert pieces(text) == [
        Piece(False, "One line."),
        Piece(True, "first, which goes on"),
        Piece(True, "second"),
        Piece(False, "After."),
    ]
    assert pieces("") == []


def test_a_page_of_the_model_says_what_it_is_of_and_every_link_leads_somewhere() -> None:
    for response, method in zip(RESPONSES, METHODS, strict=True):
        assert "answers" in kind(leaf(response))
        assert "narrows" in kind(leaf(method))
    page = leaf("reveal")._replace(see=("redeem", "no-such-page", "reveal"), sources=("founding", "no-such-source"))
    assert [each.id for each in see_also(page)] == ["redeem"]
    assert len(sources(page)) == 1
    assert all(isinstance(part, Section) for part in page.sections)

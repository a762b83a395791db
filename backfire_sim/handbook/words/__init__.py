"""The chapter on words. `book.leaves` puts them in the order of the alphabet, in whatever language they are in."""

from backfire_sim.handbook.words.people import PEOPLE
from backfire_sim.handbook.words.play import PLAY

LEAVES = (*PEOPLE, *PLAY)

"""Reviews for tests. Run as a program it adds some to the log of practice, and says the number of each once kept."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from backfire_sim.practice.reviews import CONFIDENCES, Review
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.reviews import open_reviews

WORD = "quokka"


def review(n: int) -> Review:
    at = datetime(2026, 3, 1, 8, tzinfo=UTC) + timedelta(hours=n, microseconds=n)
    fit = ("strong", "workable", "backfires")[n % 3]
    return Review(f"name:{WORD}{n % 5}", f"harvest/tires/drill{n}", at, CONFIDENCES[n % 3], "cover_up", fit)


def reviews(count: int) -> list[Review]:
    return [review(n) for n in range(1, count + 1)]


def practice(count: int = 6) -> Path:
    """The log with so many reviews in it."""
    with open_reviews() as log:
        for each in reviews(count)[len(log.reviews) :]:
            log.add(each)
        assert log.path is not None
        return log.path


def main(count: int) -> int:
    try:
        for upto in (count, 2 * count):
            with open_reviews() as log:
                print("begun", flush=True)
                for n in range(len(log.reviews) + 1, upto + 1):
                    log.add(review(n))
                    print(n, flush=True)
    except StorageError as error:
        print(f"refused: {error}", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))

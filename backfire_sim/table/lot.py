"""The lot, drawn from a seed: the same table comes to the same lot again, and nothing is kept of how."""


def lot(seed: int, about: str, among: int) -> int:
    """A whole number from 0 up to, not including, `among`; `about` says what is drawn for, so that draws differ."""
    from hashlib import blake2b

    drawn = blake2b(f"{seed}|{about}".encode(), digest_size=16).digest()
    return int.from_bytes(drawn, "big") % among

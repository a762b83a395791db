"""Who sits where: the play on the projector and the facilitator's own terminal, joined by a socket of this machine."""

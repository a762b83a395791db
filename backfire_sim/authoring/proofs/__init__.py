"""What can be proved of a scenario by looking at every state it can come to: `prove` finds it, and says how."""

from backfire_sim.authoring.proofs.prove import Proof, prove

__all__ = ["Proof", "prove"]

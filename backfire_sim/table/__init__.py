"""Many people at one screen: silent choices by seat, the spread, and how a table decides. Pure: no clock, no disk."""

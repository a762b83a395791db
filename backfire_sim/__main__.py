"""`python -m backfire_sim` is `backfire`."""

from backfire_sim.cli import main

if __name__ == "__main__":
    raise SystemExit(main())

"""`backfire check` of a generated scenario of 100, 1,000 and 10,000 scenes, as a whole process: time and memory.

python benchmarks/checking.py [scenes ...]
"""

import statistics
import sys
import tempfile
from pathlib import Path

import story
import timing


def main() -> int:
    """Print seconds, growth and peak memory."""
    sizes = [int(size) for size in sys.argv[1:]] or [100, 1000, 10_000]
    backfire = str(Path(sys.executable).with_name("backfire"))
    print("scenes     MB of YAML   seconds (min median max)   times before   peak MB")
    before = None
    with tempfile.TemporaryDirectory() as folder:
        env = timing.ENVIRONMENT | {"BACKFIRE_HOME": f"{folder}/home"}
        for scenes in sizes:
            path = Path(folder) / f"generated{scenes}.yaml"
            story.write_yaml(scenes, str(path))
            command = [backfire, "check", str(path)]
            taken = [t / 1000 for t in timing.in_turns({"check": command}, env, rounds=5)["check"]]
            median = statistics.median(taken)
            grown = f"{median / before:.1f}" if before else ""
            print(
                f"{scenes:>6} {path.stat().st_size / 1e6:>14.2f}   {min(taken):>7.2f} {median:>7.2f} {max(taken):>7.2f}"
                f" {grown:>14} {timing.peak_memory(command, env):>13.0f}"
            )
            before = median
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

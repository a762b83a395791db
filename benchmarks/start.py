"""How long until the first line: `--help` beside a bare interpreter, plain mode beside a bare `json.loads`.

    python benchmarks/start.py [scenes]

Plain mode opens a generated scenario (1,000 scenes unless told) that was opened before. Beside it a process that only
reads the same scenario as JSON and prints its first text.
"""

import json
import sys
import tempfile
from pathlib import Path

import story
import timing
import yaml


def main() -> int:
    """Print the figures and the ratios."""
    scenes = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        env = timing.ENVIRONMENT | {"BACKFIRE_HOME": str(home / "home")}
        scenario, as_json = home / "generated.yaml", home / "generated.json"
        story.write_yaml(scenes, str(scenario))
        as_json.write_text(json.dumps(yaml.load(scenario.read_text(), yaml.CSafeLoader)), encoding="utf-8")
        backfire = str(Path(sys.executable).with_name("backfire"))
        loads = f"import json; s = json.loads(open({str(as_json)!r}).read()); print(s['scenes']['s0_0']['text'])"
        commands = {
            "python -c pass": [sys.executable, "-c", "print()"],
            "backfire --help": [backfire, "--help"],
            "json.loads of the scenario": [sys.executable, "-c", loads],
            "plain mode": [backfire, "play", str(scenario), "--plain"],
            "plain mode, nothing kept": [backfire, "play", str(scenario), "--plain", "--ephemeral"],
        }
        taken = timing.in_turns(commands, env, first_line=True)
    print(f"milliseconds to the first byte, {scenes} scenes        min   median      max")
    for name, times in taken.items():
        print(timing.row(name, times))
    print("--help beside bare python:      ", timing.ratio(taken["backfire --help"], taken["python -c pass"]))
    print("plain mode beside json.loads:   ", timing.ratio(taken["plain mode"], taken["json.loads of the scenario"]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

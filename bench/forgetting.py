"""The memory's own tests, over and over: killed at other moments, with other seeds.

    attune bench forgetting                       # five rounds
    attune bench forgetting --rounds 50 --seed 7

The long form of what the suite shows once: the forensic search, processes killed in a destruction, nodes that
die, time machines, damage. Each round draws another seed: for the moments at which served nodes are killed
(twelve instead of four) and for every property test. Needs a checkout, PostgreSQL and Redis, as `make test`
does. Exit code 1 when any round fails; its output is shown then.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONG_FORM = "LONG_FORM"
"""The environment variable that gives a round's seed to the tests that have a long form."""

TESTS = (
    "tests/integration/test_signaling_forensic.py",
    "tests/integration/test_signaling_killed.py",
    "tests/integration/test_signaling_read_only.py",
    "tests/integration/test_cluster_killed.py",
    "tests/integration/test_retention_forgetting.py",
    "tests/integration/test_retention_killed.py",
    "tests/integration/test_retention_lost_nodes.py",
    "tests/integration/test_retention_nodes.py",
    "tests/unit/retention",
)


def command(seed: int) -> list[str]:
    """One round."""
    return [sys.executable, "-m", "pytest", "-q", "-x", f"--hypothesis-seed={seed}", *TESTS]


def main(arguments: Sequence[str]) -> int:
    """Runs the rounds; 1 when one fails, 2 without a checkout."""
    parser = argparse.ArgumentParser(
        prog="attune bench forgetting", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    if not all((ROOT / test).exists() for test in TESTS):
        print("bench forgetting: the tests are not here; it runs in a checkout only", file=sys.stderr)
        return 2
    for number in range(chosen.rounds):
        seed, begun = chosen.seed * 1000 + number, time.monotonic()
        environment = {**os.environ, LONG_FORM: str(seed)}
        done = subprocess.run(
            command(seed), cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        passed = re.search(r"\d+ passed", done.stdout)
        print(
            f"round {number + 1}, seed {seed}: {passed[0] if passed else 'nothing passed'}, "
            f"{time.monotonic() - begun:.0f} s",
            flush=True,
        )
        if done.returncode:
            print(done.stdout[-6000:])
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

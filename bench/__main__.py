"""`python -m bench [NAME [OPTIONS]]`: one measurement, or all of them with their defaults."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from bench import draft, loop_held, wer_demo

MEASUREMENTS: dict[str, Callable[[Sequence[str]], int]] = {
    "draft": draft.main,
    "loop_held": loop_held.main,
    "wer_demo": wer_demo.main,
}


def main(arguments: Sequence[str]) -> int:
    """Runs what is named; returns 1 when a target is missed, 2 on bad use."""
    if not arguments:
        return max(measure([]) for measure in MEASUREMENTS.values())
    name, *options = arguments
    if name not in MEASUREMENTS:
        print(f"bench: one of {', '.join(MEASUREMENTS)}", file=sys.stderr)
        return 2
    return MEASUREMENTS[name](options)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Size budgets, so that no file, function or class grows past what a reader holds in mind.

A ratchet: the numbers below may be lowered, never raised.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from tests.support.source_tree import length, sources

FILE_P90, FILE_MAX = 300, 400
FUNCTION_P50, FUNCTION_P90, FUNCTION_MAX = 8, 25, 60
CLASS_MAX = 250
TEST_FILE_MAX = 400


def _quantile(values: Sequence[int], tenths: int) -> float:
    return statistics.quantiles(values, n=10, method="inclusive")[tenths - 1]


def test_files_stay_short() -> None:
    sizes = {source.path: source.lines for source in sources()}
    too_long = {path: lines for path, lines in sizes.items() if lines > FILE_MAX}
    assert not too_long
    assert _quantile(list(sizes.values()), 9) < FILE_P90


def test_functions_stay_short() -> None:
    sizes = {
        f"{source.path}:{function.lineno} {function.name}": length(function)
        for source in sources()
        for function in source.functions()
        if "/versions/" not in source.path  # a migration is one flat list of what a release's tables were
    }
    too_long = {name: lines for name, lines in sizes.items() if lines > FUNCTION_MAX}
    assert not too_long
    assert statistics.median(sizes.values()) <= FUNCTION_P50
    assert _quantile(list(sizes.values()), 9) <= FUNCTION_P90


def test_classes_stay_short() -> None:
    too_long = {
        f"{source.path} {node.name}": length(node)
        for source in sources()
        for node in source.classes()
        if length(node) > CLASS_MAX
    }
    assert not too_long

"""Other live recognisers under the same measure: their own servers and protocols, our clips and figures."""

from bench.neighbours.table import main

__all__ = ["main"]

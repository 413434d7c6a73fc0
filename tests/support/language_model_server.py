"""`python -m tests.support.language_model_server FILE PORT`: llama.cpp's own server over a model's file.

In a process of its own, as a practice would run one: it listens on the loopback address until its input ends.
"""

from __future__ import annotations

import sys

CONTEXT_TOKENS = 4096
THREADS = 2


def main(weights: str, port: int) -> None:
    """Serves until somebody closes the standard input."""
    import xllamacpp

    chosen = xllamacpp.CommonParams()
    chosen.model.path = weights
    chosen.hostnames = ["127.0.0.1"]
    chosen.port = port
    chosen.n_ctx = CONTEXT_TOKENS
    chosen.n_parallel = 1
    chosen.cpuparams.n_threads = THREADS
    chosen.offline = True
    server = xllamacpp.Server(chosen)
    print(server.listening_address, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))

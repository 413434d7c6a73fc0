"""`python -m signaling.cli` is `attune`."""

from signaling.cli.program import main

if __name__ == "__main__":
    main()

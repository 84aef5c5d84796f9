"""Break one protection after the other and print which attacks noticed: ``python -m
tests.attack.mutants``."""

from tests.attack.mutants.catalogue import main

if __name__ == "__main__":
    main()

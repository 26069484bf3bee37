"""`python -m dashboard` is the `sinergi` command."""

from dashboard.cli import main

main()

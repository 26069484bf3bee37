"""Looking at what a row would do: whatever is made for it, temporary tables too, goes again."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlmodel import Session


@contextmanager
def trial(session: Session) -> Iterator[None]:
    """A savepoint that is always rolled back."""
    nested = session.begin_nested()
    try:
        yield
    finally:
        nested.rollback()

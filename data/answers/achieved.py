"""How much of what was promised was counted."""


def achieved(counted: int | None, promised: int | None) -> float | None:
    """The share, never capped; None where either is not known or nothing was promised.

    >>> achieved(30, 40), achieved(0, 40), achieved(None, 40), achieved(3, 0)
    (0.75, 0.0, None, None)
    """
    return None if counted is None or not promised else counted / promised

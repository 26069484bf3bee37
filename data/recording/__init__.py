"""Single rows entered on a screen or by a command: one function an act, each with its history."""

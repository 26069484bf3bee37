"""Cells that a spreadsheet would run as a formula: marked on the way out, restored coming in."""

_STARTS = ("=", "+", "-", "@", "|", "%", "\t", "\r", "\n")
_MARK = "'"


def neutralised(text: str) -> str:
    """The text as it may stand in a file; one mark before what looks like a formula.

    >>> neutralised("=1+1")
    "'=1+1"
    """
    if text.startswith(_STARTS) or (text[:1] == _MARK and text[1:].startswith((*_STARTS, _MARK))):
        return _MARK + text
    return text


def in_workbook(text: str) -> str:
    """The text as a cell of text in a workbook, where nothing runs.

    Only what would lose a mark of its own on the way back in gets one more.

    >>> in_workbook("=1+1"), in_workbook("'=1+1")
    ('=1+1', "''=1+1")
    """
    return text if restored(text) == text else _MARK + text


def restored(text: str) -> str:
    """The text without exactly the mark that `neutralised` adds.

    >>> restored("'=1+1")
    '=1+1'
    """
    if text[:1] == _MARK and text[1:].startswith((*_STARTS, _MARK)):
        return text[1:]
    return text

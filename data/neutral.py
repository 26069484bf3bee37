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


def restored(text: str) -> str:
    """The text without exactly the mark that `neutralised` adds.

    >>> restored("'=1+1")
    '=1+1'
    """
    if text[:1] == _MARK and text[1:].startswith((*_STARTS, _MARK)):
        return text[1:]
    return text

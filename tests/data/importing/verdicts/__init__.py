"""The table of verdicts: what each kind of bad input gets, on text files and on workbooks."""

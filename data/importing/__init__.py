"""Rows in: read (bytes -> cells), map (headings -> columns), check (cells -> values), load."""

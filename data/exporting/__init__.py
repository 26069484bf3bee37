"""Rows out: any table as a file that comes back in, and any small frame as CSV."""

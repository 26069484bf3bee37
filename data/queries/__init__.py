"""Counts in SQL: each function takes a session and a filter and returns a small frame."""

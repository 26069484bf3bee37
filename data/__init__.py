"""Rows in, answers out: importing, recording, queries, indicators, answers, exporting."""

"""Documents for paper: what a report or a list holds, set as PDF."""

"""Faces: the screens and the command line."""

"""Transcripts to and from text: one file per format, chosen in registry.py."""

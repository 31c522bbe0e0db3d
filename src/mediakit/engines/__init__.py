"""Sound to transcript: one file per speech library, chosen in registry.py."""

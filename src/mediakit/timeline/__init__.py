"""Paper edits as editing programs read them: one file a format, see `registry`."""

"""The full-text index: derived from transcripts, always rebuildable."""

"""mediakit: an offline asset manager for teams that film dialogue."""

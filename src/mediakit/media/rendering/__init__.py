"""Films: several excerpts and cards made into one file."""

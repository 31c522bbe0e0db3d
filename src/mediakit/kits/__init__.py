"""A playlist made into something to carry: one file a kind, chosen in registry."""

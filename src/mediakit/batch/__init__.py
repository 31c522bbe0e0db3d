"""Run one function over many things, on all cores."""

"""The durable memory: TinyDB behind an atomic file, a journal and a lock."""

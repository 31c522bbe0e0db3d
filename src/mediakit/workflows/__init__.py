"""What people do: one verb and noun per file."""

"""The page: a folder that any browser plays from a stick, question by question."""

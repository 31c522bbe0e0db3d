"""Every error mediakit raises on purpose: one class a situation, a file a subject.

Each has the sentence people read, with the values it was raised with, and an
exit status of its own that is never reused. The code in ``--json`` is the class
name in snake case.

1 is an error nobody foresaw, 2 a command typed wrongly (Click's), 3 a batch
of which some items could not be done, 130 an interruption; shells say with 126
to 165 that a program was not found, or was killed.
"""

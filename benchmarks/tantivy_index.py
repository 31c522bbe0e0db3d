"""An index of tantivy, to compare with; it runs in a Python of its own."""

import json
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measure import Used, run
from benchmarks.peers import python_with

TANTIVY = "tantivy==0.27.0"

Ask = Callable[[str, str, Mapping[str, object]], Used]
"""Ask for words of a kind (phrase, prefix or other), with filters by field."""


class Tantivy:
    """An index of the same words, made and asked by another Python."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._lines = folder / "tantivy", folder / "texts.jsonl"
        script = Path(__file__).with_name("_tantivy.py")
        self._program: tuple[Path, Path] = (python_with(TANTIVY), script)

    def index(self, rows: Iterable[tuple[int, str, str, str]]) -> Used:
        """Index all texts."""
        with self._lines.open("w") as lines:
            for row in rows:
                lines.write(json.dumps(row) + "\n")
        return run([*self._program, "index", self._lines, self.folder])

    def change(self, text: str) -> Used:
        """Change the first segment."""
        return run([*self._program, "change", self.folder, "0", text])

    @contextmanager
    def asked(self) -> Iterator[Ask]:
        """Open the index; yield what asks it."""
        command: list[str | Path] = [*self._program, "ask", self.folder]
        with subprocess.Popen(
            command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as process:
            questions, answers = process.stdin, process.stdout
            assert questions is not None
            assert answers is not None

            def ask(kind: str, words: str, filters: Mapping[str, object]) -> Used:
                question = json.dumps([kind, words.lower(), dict(filters)])
                print(question, file=questions, flush=True)
                wall, cpu, _found = json.loads(answers.readline())
                return Used(wall, cpu)

            yield ask

"""Whatever is changed, in whatever order, the catalog holds what a dict would."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from mediakit.catalog.catalog import Catalog
from mediakit.model.session import Session
from tests.builders import a_session

keys = st.sampled_from([f"s-{number:010}" for number in range(5)])
edits = st.dictionaries(keys, st.none() | st.text(max_size=5), max_size=4)


def give_up() -> None:
    """Stop in the middle of a change."""
    raise InterruptedError


class AnyChanges(RuleBasedStateMachine):
    """Two programs that change one catalog in turn; either may die at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "catalog.json"
        Catalog.create(self.path)
        self.programs = [Catalog(self.path, author=name) for name in ("Awa", "Moussa")]
        self.held: dict[str, str] = {}

    @rule(who=st.integers(0, 1), edits=edits, fails=st.booleans())
    def change(self, who: int, edits: dict[str, str | None], *, fails: bool) -> None:
        """Put and remove several records at once, or give up at the end."""
        held = dict(self.held)
        try:
            with self.programs[who].change() as change:
                for key, title in edits.items():
                    if title is not None:
                        held[key] = change.put(a_session(key, title=title)).title
                    elif held.pop(key, None) is not None:
                        change.remove(Session, key)
                if fails:
                    give_up()
        except InterruptedError:
            return
        self.held = held

    @rule(who=st.integers(0, 1))
    def close(self, who: int) -> None:
        """Come to the end of a command."""
        self.programs[who].close()

    @rule(who=st.integers(0, 1))
    def restart(self, who: int) -> None:
        """Die without coming to an end, and begin again."""
        self.programs[who] = Catalog(self.path, author="Awa")

    @rule(torn=st.binary(min_size=1, max_size=12).filter(lambda b: b"\n" not in b))
    def die_while_writing(self, torn: bytes) -> None:
        """Leave half a line in the journal."""
        journal = self.folder / "catalog.json.journal"
        if journal.exists():
            with journal.open("ab") as file:
                file.write(torn)

    @invariant()
    def everyone_sees_the_same(self) -> None:
        """Both programs and a new one read what was last done."""
        for program in (*self.programs, Catalog(self.path, author="Fanta")):
            found = program.read().all(Session)
            assert self.held == {session.id: session.title for session in found}

    def teardown(self) -> None:
        """Remove the files."""
        shutil.rmtree(self.folder)


TestAnyChanges = AnyChanges.TestCase
TestAnyChanges.settings = settings(
    max_examples=25, stateful_step_count=20, derandomize=True
)

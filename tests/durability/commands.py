"""Every command that changes a library, and what it is tried on."""

from dataclasses import dataclass

from tests.durability.libraries import Small


@dataclass(frozen=True)
class Command:
    """A command to break.

    Attributes:
        name: As it is typed.
        arguments: Its words; ``{…}`` stands for an id or a source.
        fewest: It surely makes so many calls that change the library.
        has_library: Whether there is a library before.
    """

    name: str
    arguments: str = ""
    fewest: int = 12
    has_library: bool = True

    def words(self, small: Small, root: str) -> list[str]:
        """Return what is typed."""
        values = {**small.ids, "sources": str(small.sources), "root": root}
        arguments = [word.format(**values) for word in self.arguments.split()]
        return [*self.name.split(), *arguments]

    def __str__(self) -> str:
        return f"{self.name} {self.arguments}".strip()


CHANGING = (
    Command("init", "{root}", fewest=15, has_library=False),
    Command("add", "{sources}/new.wav", fewest=20),
    Command("add", "{sources}/new.mkv", fewest=25),
    Command("add", "{sources}/new.wav --in-place"),
    Command("transcribe", "{speech} --model demo", fewest=15),
    Command("trim", "{kept} --from 0.2 --to 0.8", fewest=20),
    Command("trim", "{film} --from 0.2 --to 0.8", fewest=20),
    Command("clip edit", "{kept} --title New"),
    Command("clip theme", "{film} water"),
    Command("clip theme", "{kept} water --remove"),
    Command("clip remove", "{kept}", fewest=20),
    Command("clip remove", "{kept} --delete --yes", fewest=15),
    Command("theme add", "new/theme --label fr=Nouveau"),
    Command("theme remove", "fire"),
    Command("session add", "New --date 2026-03-02"),
    Command("session edit", "{session} --place Gao"),
    Command("session remove", "{empty_session}"),
    Command("screening add", "{kept} {session} --reaction Silence"),
    Command("screening remove", "{screening}"),
    Command("transcript import", "{film} {sources}/words.srt", fewest=16),
    Command("transcript export", "{kept} --as vtt", fewest=16),
    Command("search", "ensemble"),
)

# these read, or change what is not in the library: the folder of models
OTHERS = {
    *("list", "show", "check", "doctor", "clip list", "clip show", "theme list"),
    *("session list", "session show", "transcript list", "transcript show"),
    *("model list", "model add", "model get", "model remove"),
    "demo",  # the commands above, one after the other
}

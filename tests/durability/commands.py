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
        spared: A call that is not broken.
    """

    name: str
    arguments: str = ""
    fewest: int = 12
    has_library: bool = True
    spared: str = ""

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
    # not among the exports
    Command("trim", "{kept} --from 0.2 --to 0.8 --output {root}/cut.wav", fewest=25),
    Command("trim", "{film} --from 0.2 --to 0.8", fewest=20),
    Command("trim", "{film} --to 0.8", fewest=20),
    Command("trim", "{film} --from 0.2 --to 0.8 --keyframe", fewest=20),
    Command(
        "excerpt join",
        "{film} {kept} --size 360p --ask Why",
        fewest=25,
        # with several workers, a fault in what Python itself writes to them makes
        # Python wait for itself, or speak of it
        spared="write",
    ),
    Command("excerpt edit", "{chosen} --title New"),
    Command("excerpt remove", "{chosen} --with-history"),
    Command("voiceover add", "{spoken} {sources}/speech.opus --language fr", fewest=15),
    Command("voiceover remove", "{voiceover}"),
    Command("excerpt remove", "{spoken} --with-history", fewest=15),
    Command("clip edit", "{kept} --title New"),
    Command("clip prepare", "{kept}", fewest=8),
    Command("clip prepare", "{film} --proxy", fewest=15),
    Command("clip theme", "{film} water"),
    Command("clip theme", "{kept} water --remove"),
    Command("clip remove", "{kept} --with-history", fewest=20),
    Command("clip remove", "{kept} --with-history --delete --yes", fewest=15),
    Command("theme add", "new/theme --label fr=Nouveau"),
    Command("theme edit", "fire --synonym fr=feu"),
    Command("theme move", "fire water"),
    Command("theme rename", "water ji"),
    Command("theme merge", "water fire"),
    Command("theme split", "water water/well --coding {coding}"),
    Command("theme archive", "water"),
    Command("theme remove", "fire"),
    Command("code add", "{film} fire --to 0.5 --memo Silence"),
    Command("code edit", "{coding} --strong"),
    Command("code remove", "{coding}"),
    Command("report", "theme-region --as csv"),
    Command("code export", "--as csv", fewest=16),
    Command("code import", "{sources}/codings.csv"),
    Command("theme export", "--as qdc", fewest=16),
    Command("theme import", "{sources}/tags.csv"),
    Command("library export", "--as qdpx", fewest=16),
    Command("library export", "--as qdpx --media --clip {kept}", fewest=20),
    Command("library import", "{sources}/coded.qdpx"),
    Command("library import", "{sources}/recorded.qdpx", fewest=20),
    Command("session add", "New --date 2026-03-02"),
    Command("session edit", "{session} --place Gao"),
    Command("session remove", "{empty_session}"),
    Command("screening add", "{kept} {session} --reaction Silence"),
    Command("screening edit", "{screening} --heat calm"),
    Command("screening import", "{sources}/log.json --session {session}"),
    Command("screening remove", "{screening}"),
    Command("reply add", "{kept} --to {answered}"),
    Command("reply remove", "{reply}"),
    Command("theme mark", "water {session} validated"),
    Command("session import", "{sources}/sessions.csv"),
    Command("session export", "--as csv", fewest=16),
    Command("transcript import", "{film} {sources}/words.srt", fewest=16),
    Command("transcript import", "{sources}/named", fewest=16),
    Command("transcript export", "{kept} --as vtt", fewest=16),
    Command("transcript edit", "{kept} --from {sources}/translated.txt", fewest=15),
    Command("transcript edit", "{kept} --sheet {root}/exports/words.txt", fewest=16),
    Command("transcript replace", "ensemble unis --yes", fewest=15),
    Command("transcript mark", "{kept} checked"),
    Command("transcript mark", "{kept} checked --segments 1"),
    Command("transcript language", "{kept} bm --segments 1", fewest=15),
    Command("interpret cut", "{speech}", fewest=15),
    Command(
        "interpret import",
        "{kept} {sources}/said --to fr --by Fanta --model demo --threads 1",
        fewest=25,
    ),
    Command(
        "translation add",
        "{kept} --to en --by Ali --from {sources}/translated.txt",
        fewest=15,
    ),
    Command(
        "translation add",
        "{kept} --to en --by Ali --sheet {root}/exports/words.txt",
        fewest=16,
    ),
    Command(
        "translation import",
        "{kept} {sources}/words.srt --to en --by Ali",
        fewest=15,
    ),
    Command("transcript export", "{kept} --as docx", fewest=16),
    Command("playlist new", "Gao --session {session} --budget 45:00"),
    Command("playlist add", "{playlist} {film} --ask Why --pause"),
    Command("playlist add", "{playlist} {film} --to 0.5 --note fr:Calme"),
    Command("playlist edit", "{playlist} --title Gao"),
    Command("playlist edit", "{playlist} {first} --ask ar:Why"),
    Command("playlist move", "{playlist} {second} --to 1"),
    Command("playlist order", "{playlist} {second} {first}"),
    Command("playlist copy", "{playlist} --scope regional"),
    Command("playlist remove", "{playlist} {first}"),
    Command("playlist remove", "{playlist} --whole"),
    # as for a join
    Command(
        "playlist kit",
        "{playlist} --as folder --override Silence",
        fewest=30,
        spared="write",
    ),
    Command(
        "playlist kit",
        "{playlist} --as m3u8 --bag --override Silence",
        fewest=30,
        spared="write",
    ),
    Command("film new", "Gao --fps 29.97 --drop --languages fr"),
    Command("film add", "{paper} {film} --to 0.5 --note Calme"),
    Command("film add", "{paper} {film} --to 0.5 --over {first_line}"),
    Command("film heading", "{paper} Gao --time 0:04"),
    Command("film narrate", "{paper} Gao"),
    Command("film card", "{paper} fr:Gao"),
    Command("film note", "{paper} Gao"),
    Command("film edit", "{paper} --max 5:00"),
    Command("film edit", "{paper} {first_line} --to 0.5"),
    Command("film move", "{paper} {second_line} --to 1"),
    Command("film keep", "{paper} Gao"),
    Command("film remove", "{paper} {first_line}"),
    Command("film remove", "{paper} {first_line} --version v1"),
    Command("film remove", "{paper} --whole"),
    # as for a join
    Command("film render", "{paper} --size 360p", fewest=25, spared="write"),
    Command("mask blur", "{film}"),
    Command("mask faces", "{film} --face 40,10,20,30"),
    Command("mask sound", "{film} --to 0.5"),
    Command("mask text", "{kept}"),
    Command("mask voice", "{kept} --pitch=-3"),
    Command("mask confirm", "{mask}"),
    Command("mask remove", "{mask}"),
    Command("film draft", "--theme water --scope internal"),
    Command("film draft", "{paper}"),
    Command("film export", "{paper} --as otio", fewest=16),
    Command("film export", "{paper} --as script", fewest=16),
    # as for a join
    Command("film export", "{paper} --as otio --collect", fewest=25, spared="write"),
    Command("film read-back", "{sources}/cut.edl --film {paper}", fewest=16),
    Command("search", "ensemble"),
    Command("search", "ensemble --save Ensemble"),
    Command("search", "--unsave Kept"),
    Command("search", "ensemble --add-to {playlist}"),
    Command("search", "ensemble --add-to {paper}"),
    Command("search", "ensemble --code water --yes"),
    Command("search", "ensemble --export {root}/exports/found.csv", fewest=16),
    Command("person add", "Mariam --sex female"),
    Command("person add", "Mariam --real-name Mariam", fewest=20),
    Command("person edit", "{person} --community Bozo --real-name Awa", fewest=20),
    Command("person remove", "{nobody}", fewest=16),
    Command("voice add", "{film} {person} --to 0.5"),
    Command("voice remove", "{voice}"),
    Command("consent record", "{person} --up-to film"),
    Command("consent record", "{person} --up-to film --evidence {sources}/words.srt"),
    Command("consent withdraw", "{person} --why Silence"),
    Command("consent withdraw", "{person} --evidence {sources}/words.srt"),
    Command("use give", "{use} --to Radio"),
    Command("use recall", "{declined} --outcome Silence"),
    Command("library forget", "{person} --yes", fewest=16),
    Command("submission import", "{sources}/new.wav --max 0:01", fewest=20),
    Command("submission edit", "{sent} --title New"),
    Command("submission shortlist", "{sent}"),
    Command("submission decline", "{sent} --why Silence"),
    Command("submission accept", "{sent}", fewest=25),
    Command("submission remove", "{declined}", fewest=20),
    Command("submission remove", "{declined} --delete --yes", fewest=15),
)

# these read, or change what is not in the library: the folder of models
OTHERS = {
    *("list", "show", "check", "doctor", "clip list", "clip show", "theme list"),
    *("session list", "session show", "transcript list", "transcript show"),
    *("excerpt list", "excerpt show", "voiceover list"),
    *("person list", "person show", "voice list", "consent show", "consent spans"),
    *("session brief", "screening check", "reply list", "thread", "owed"),
    *("theme status", "theme show", "code list", "code agreement"),
    *("playlist list", "playlist show", "playlist check", "kit verify"),
    *("film list", "film show", "film check", "film diff", "film verify"),
    # a preview is a working copy
    *("mask list", "mask preview", "mask show"),
    *("model list", "model add", "model get", "model program", "model remove"),
    *("transcript diff", "transcript review"),
    # these write as 'transcript edit' does
    *("transcript split", "transcript join", "transcript speaker"),
    "transcript revert",
    # needs models that cannot be brought along
    "transcript speakers",
    *("submission list", "submission show"),
    *("use list", "use show", "use identify"),
    *("cluster scheduler", "cluster worker"),
    "demo",  # the commands above, one after the other
    "interpret record",  # needs a person; keeps what is said as 'interpret import'
}

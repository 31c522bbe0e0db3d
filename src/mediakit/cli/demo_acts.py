"""The acts of the demo: each types what the records of the sample library tell."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

from mediakit.catalog.catalog import Records
from mediakit.cli.app import App
from mediakit.cli.output import say
from mediakit.cli.reasons import translated
from mediakit.cli.state import State
from mediakit.errors.base import MediakitError
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.excerpt import Excerpt
from mediakit.model.ladder import INTERNAL
from mediakit.model.person import Person
from mediakit.model.recall import Recall
from mediakit.model.reply import Reply
from mediakit.model.screening import Screening
from mediakit.model.session import Session
from mediakit.model.theme import Theme
from mediakit.model.use import Use
from mediakit.model.validation import Validation
from mediakit.model.voice import Voice
from mediakit.workspace import open_workspace


@dataclass
class Demo:
    """Types commands, as a person would, into the library being made.

    Attributes:
        app: How the demo itself was started.
        folder: Where the library is made.
        script: The records of the sample library, which are told again.
        samples: The sample library.
    """

    app: App
    folder: Path
    script: Records
    samples: Library

    def tell(self, title: str) -> None:
        """Say what comes next."""
        say(f"\n# {title}")

    def run(self, *words: str, outside: bool = False) -> None:
        """Show a command, and run it."""
        from mediakit.cli.main import root

        say(f"\n$ mediakit {' '.join(map(_typed, words))}")
        state = State(verbose=self.app.verbose)
        place = () if outside else ("--library", str(self.folder))
        root.main([*place, *words], "mediakit", standalone_mode=False, obj=state)

    def run_refused(self, *words: str) -> None:
        """Show a command that consent does not allow, and what it answers."""
        try:
            self.run(*words)
        except MediakitError as error:
            say(_("Error: {sentence}").format(sentence=translated(error)))

    def now(self) -> Records:
        """Return the records made so far."""
        return open_workspace(self.folder).catalog.read()

    def session(self, known: str) -> str:
        """Return the id that a session of the script got here."""
        title = self.script.get(Session, known).title
        return next(s.id for s in self.now().all(Session) if s.title == title)

    def clip(self, known: str) -> str:
        """Return the id that a clip of the script got here."""
        wanted = self.script.get(Clip, known).sha256
        return next(c.id for c in self.now().all(Clip) if c.sha256 == wanted)

    def person(self, known: str) -> str:
        """Return the id that a person of the script got here."""
        name = self.script.get(Person, known).name
        return next(p.id for p in self.now().all(Person) if p.name == name)


def film(demo: Demo) -> None:
    """Hold every session, and add what was recorded there."""
    for session in demo.script.all(Session):
        facts = {
            "kind": session.kind.value,
            "date": session.date,
            "group": session.group,
            "community": session.community,
            "place": session.place,
            "region": session.region,
            "people": session.people,
        }
        demo.run("session", "add", session.title, *options(facts))
        for clip in demo.script.all(Clip):
            if clip.session == session.id:
                told = {
                    "title": clip.title,
                    "session": demo.session(session.id),
                    "language": clip.languages,
                }
                path = str(demo.samples.resolve(clip.path))
                demo.run("add", path, *options(told))


def name_people(demo: Demo) -> None:
    """Say who is heard and seen where, and what they agreed to."""
    for person in demo.script.all(Person):
        facts = {
            "sex": person.sex,
            "age-group": person.age_group,
            "community": person.community,
            "region": person.region,
        }
        demo.run("person", "add", person.name, *options(facts))
        for voice in demo.script.all(Voice):
            if voice.person == person.id:
                demo.run("voice", "add", demo.clip(voice.clip), demo.person(person.id))
        for said in demo.script.all(ConsentEvent):
            if said.person == person.id and said.kind is ConsentKind.GIVEN:
                words = options(_consent(demo, said))
                demo.run("consent", "record", demo.person(person.id), *words)


def _consent(demo: Demo, said: ConsentEvent) -> dict[str, object]:
    recordings = (shown.clip for shown in said.evidence if shown.clip)
    return {
        "up-to": said.up_to,
        "except": said.excluded,
        "face": None if said.face else "no",
        "name": None if said.name else "no",
        "pseudonym": said.pseudonym,
        "on": said.day,
        "until": said.until,
        "evidence": tuple(map(demo.clip, recordings)),
        "why": said.why,
    }


def sort(demo: Demo) -> None:
    """Make the themes, give them to clips, and say what sessions did with them."""
    script = demo.script
    for theme in script.all(Theme):
        facts = {
            "label": tuple(f"{tag}={text}" for tag, text in theme.labels.items()),
            "synonym": tuple(
                f"{tag}={word}" for tag, some in theme.synonyms.items() for word in some
            ),
            "definition": theme.definition,
            "colour": theme.colour,
            "icon": theme.icon,
        }
        demo.run("theme", "add", theme.path, *options(facts))
    for coding in script.all(Coding):
        if coding.range is None:
            clip = demo.clip(coding.clip)
            demo.run("clip", "theme", clip, script.get(Theme, coding.theme).path)
    for mark in script.all(Validation):
        path = script.get(Theme, mark.theme).path
        words = ("theme", "mark", path, demo.session(mark.session), mark.step.value)
        demo.run(*words, *options({"rank": mark.rank}))


def code(demo: Demo) -> None:
    """Let researchers code what was said where, and see what comes of it."""
    coders: dict[str, None] = {}
    for coding in demo.script.all(Coding):
        if coding.range is not None:
            coders[coding.coded_by] = None
            facts = {
                "from": coding.range.start / 1000,
                "to": coding.range.end / 1000,
                "coder": coding.coded_by,
                "memo": coding.memo,
            }
            path = demo.script.get(Theme, coding.theme).path
            words = [*options(facts), *(["--strong"] if coding.strong else [])]
            demo.run("code", "add", demo.clip(coding.clip), path, *words)
    demo.run("theme", "list")
    demo.run("code", "list", "--strong", "--words")
    demo.run("code", "agreement", *coders)
    demo.run("report", "theme-region")


def screen(demo: Demo) -> None:
    """Show clips to rooms, with what they said, and link the answers."""
    script = demo.script
    for screening in script.all(Screening):
        clip = demo.clip(screening.clip)
        words = ["screening", "add", clip, demo.session(screening.session)]
        if screening.excerpt:
            quote = script.get(Excerpt, screening.excerpt).quote
            demo.run("trim", clip, "--quote", quote)
            words += ["--excerpt", demo.now().all(Excerpt)[-1].id]
        words += options(
            {
                "question": screening.question,
                "reaction": screening.reaction,
                "heat": screening.heat,
                "asked": screening.asked,
            }
        )
        demo.run(*words)
        shown = demo.now().all(Screening)[-1].id
        for reply in script.all(Reply):
            if reply.screening == screening.id:
                demo.run("reply", "add", demo.clip(reply.clip), "--to", shown)


def follow(demo: Demo) -> None:
    """Look at the dialogue: a clip, an evening, a thread, what is owed to whom."""
    script = demo.script
    demo.run("show", demo.clip(script.all(Excerpt)[0].clip))
    begun = script.get(Screening, script.all(Reply)[0].screening)
    demo.run("session", "show", demo.session(begun.session))
    demo.run("thread", demo.clip(begun.clip))
    demo.run("owed")
    demo.run("session", "brief", demo.session(script.all(Session)[0].id))
    demo.run("theme", "status")


def withdraw(demo: Demo) -> None:
    """Let a cut leave, withdraw the voice in it, and take the cut back."""
    script = demo.script
    given = next(use for use in script.all(Use) if use.scope != INTERNAL)
    excerpt = given.ranges[0].excerpt
    told = {
        "quote": script.get(Excerpt, excerpt).quote if excerpt else "",
        "scope": given.scope,
        "recipient": given.recipient,
    }
    cut = ("trim", demo.clip(given.ranges[0].clip), *options(told))
    demo.run(*cut)
    use = demo.now().all(Use)[-1].id
    said = next(
        said for said in script.all(ConsentEvent) if said.kind is ConsentKind.WITHDRAWN
    )
    words = options({"from": said.day, "why": said.why})
    demo.run("consent", "withdraw", demo.person(said.person), *words)
    demo.run_refused(*cut)
    done = next(recall for recall in script.all(Recall) if recall.done)
    demo.run("use", "recall", use, "--delete", "--outcome", done.outcome)


def options(facts: Mapping[str, object]) -> list[str]:
    """Return what is known as the options of a command; several are repeated."""
    return [
        word
        for name, fact in facts.items()
        for one in (fact if isinstance(fact, tuple) else (fact,))
        if one not in {None, ""}
        for word in (f"--{name}", str(one))
    ]


def _typed(word: str) -> str:
    """Return a word as people type it in a shell, an apostrophe among its letters."""
    if "'" in word and not set(word) & set('"$`\\!'):
        return f'"{word}"'
    return shlex.quote(word)

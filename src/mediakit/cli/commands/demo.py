"""``mediakit demo``: the whole loop on a small library, with the real commands."""

import shlex
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

import click

from mediakit.catalog.catalog import Records
from mediakit.cli.app import App, pass_app
from mediakit.cli.output import say
from mediakit.cli.state import State
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.excerpt import Excerpt
from mediakit.model.screening import Screening
from mediakit.model.session import Session
from mediakit.model.theme import Theme
from mediakit.settings import Library, samples
from mediakit.workspace import open_workspace


@click.command(
    "demo",
    help=_(
        "Make a small library in FOLDER (mediakit-demo if not given) and run the whole "
        "loop on it: add, transcribe, search, trim, screen, check. Each command is "
        "shown as you would type it. Takes about a minute; needs no network.\n\n"
        "The voices are synthetic, and the speech model knows only their sentences.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit demo"
    ),
)
@click.argument(
    "folder", metavar=_("[FOLDER]"), type=click.Path(path_type=Path), required=False
)
@pass_app
def command(app: App, folder: Path | None) -> None:
    """Run the loop, then say what to try next."""
    folder = folder or Path("mediakit-demo")
    model = open_workspace(samples())
    demo = Demo(app, folder)
    demo.run("init", str(folder), "--name", model.settings.name, outside=True)
    script = model.catalog.read()
    for session in script.all(Session):
        _hold(demo, session)
        for clip in script.all(Clip):
            if clip.session == session.id:
                _film(demo, clip, session, model.library)
    demo.run("list")
    demo.run("transcribe", "--model", "demo")
    demo.run("search", "confiance")
    demo.run("search", '"lack of trust"', "--language", "en")
    _sort(demo, script)
    _screen(demo, script)
    demo.run("show", demo.clip(script.all(Excerpt)[0].clip, script))
    demo.run("session", "show", demo.session(script.all(Session)[-1].title))
    demo.run("check")
    say(_("The library is in {folder}. Go there and try:").format(folder=folder))
    for line in (
        "mediakit list",
        'mediakit search "école OR school"',
        "mediakit --help",
    ):
        say(f"  {line}")


@dataclass
class Demo:
    """Types commands, as a person would, into the library being made.

    Attributes:
        app: How the demo itself was started.
        folder: Where the library is made.
    """

    app: App
    folder: Path

    def run(self, *words: str, outside: bool = False) -> None:
        """Show a command, and run it."""
        from mediakit.cli.main import root

        say(f"\n$ mediakit {shlex.join(words)}")
        state = State(debug=self.app.debug)
        place = () if outside else ("--library", str(self.folder))
        root.main([*place, *words], "mediakit", standalone_mode=False, obj=state)

    def session(self, title: str) -> str:
        """Return the id the session got here."""
        return next(s.id for s in self._records().all(Session) if s.title == title)

    def clip(self, known: str, script: Records) -> str:
        """Return the id that a clip of *script* got here."""
        wanted = script.get(Clip, known).sha256
        return next(c.id for c in self._records().all(Clip) if c.sha256 == wanted)

    def last_excerpt(self) -> str:
        """Return the excerpt that was cut last."""
        return self._records().all(Excerpt)[-1].id

    def _records(self) -> Records:
        return open_workspace(self.folder).catalog.read()


def _hold(demo: Demo, session: Session) -> None:
    options = ["--kind", session.kind.value, "--date", session.date]
    options += ["--place", session.place, "--region", session.region]
    if session.people is not None:
        options += ["--people", str(session.people)]
    demo.run("session", "add", session.title, *options)


def _film(demo: Demo, clip: Clip, session: Session, model: Library) -> None:
    options = ["--title", clip.title, "--session", demo.session(session.title)]
    for language in clip.languages:
        options += ["--language", language]
    demo.run("add", str(model.resolve(clip.path)), *options)


def _sort(demo: Demo, script: Records) -> None:
    for theme in script.all(Theme):
        labels = [f"{tag}={text}" for tag, text in theme.labels.items()]
        options = [word for label in labels for word in ("--label", label)]
        demo.run("theme", "add", theme.path, *options)
    for coding in script.all(Coding):
        clip = demo.clip(coding.clip, script)
        demo.run("clip", "theme", clip, script.get(Theme, coding.theme).path)


def _screen(demo: Demo, script: Records) -> None:
    for screening in script.all(Screening):
        clip = demo.clip(screening.clip, script)
        words = ["screening", "add", clip]
        words.append(demo.session(script.get(Session, screening.session).title))
        if screening.excerpt:
            quote = script.get(Excerpt, screening.excerpt).quote
            demo.run("trim", clip, "--quote", quote)
            words += ["--excerpt", demo.last_excerpt()]
        if screening.question:
            words += ["--question", screening.question]
        if screening.reaction:
            words += ["--reaction", screening.reaction]
        demo.run(*words)

"""``mediakit transcribe``: turn speech into text."""

from collections.abc import Iterator, Sequence
from gettext import gettext as _
from gettext import ngettext

import click

from mediakit.batch.outcomes import Done, Failed
from mediakit.cli.app import App, pass_app
from mediakit.cli.leaving import purpose_of
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns, say
from mediakit.cli.pace import Pace
from mediakit.cli.progress import progress
from mediakit.cli.reasons import described, translated
from mediakit.engines.base import Engine, Options
from mediakit.engines.flags import UNSURE_LANGUAGE
from mediakit.engines.models import Model
from mediakit.engines.registry import ENGINES, load
from mediakit.errors import SomeNotDone
from mediakit.model.clip import Clip
from mediakit.model.ladder import TRANSCRIBE
from mediakit.model.language import normalize_tag
from mediakit.settings import threads as processors
from mediakit.workflows.choose_model import choose_model
from mediakit.workflows.transcribe_clips import (
    Step,
    Transcribed,
    choose_clips,
    transcribe_clips,
)


@click.command(
    "transcribe",
    help=_(
        "Turn speech into text: in the clips named, or in every clip that has no "
        "transcript yet. Clips in which somebody refused a machine are left out and "
        "listed. Interrupted, the same command goes on with the next clip.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit transcribe\n"
        "  mediakit transcribe c-7k3 --language fr --model small --again"
    ),
)
@click.argument("clips", nargs=-1, metavar=_("[CLIP]..."))
@click.option("--session", default="", metavar="ID", help=_("Recorded at a session."))
@click.option("--theme", default="", metavar=_("THEME"), help=_("About a theme."))
@click.option(
    "--model", default="", metavar=_("NAME"), help=_("See 'mediakit model list'.")
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    help=_("The speech engine, where a model is for several."),
)
@click.option(
    "--language",
    metavar="LANG",
    help=_("The language spoken, whatever the clips say, as fr."),
)
@click.option(
    "--again", is_flag=True, help=_("Also clips with a transcript; it stays.")
)
@click.option(
    "--beam",
    type=click.IntRange(1, 10),
    default=5,
    show_default=True,
    metavar=_("NUMBER"),
    help=_("Readings weighed at once: 1 is faster, 5 is better."),
)
@click.option(
    "--every-sound",
    is_flag=True,
    help=_("Listen to silence and noise too, where speech was overlooked."),
)
@click.option(
    "--threads",
    type=click.IntRange(1),
    metavar=_("NUMBER"),
    help=_("Processors to use; all if not given."),
)
@json_option
@pass_app
def command(
    app: App,
    clips: tuple[str, ...],
    session: str,
    theme: str,
    model: str,
    engine: str | None,
    language: str | None,
    again: bool,
    beam: int,
    every_sound: bool,
    threads: int | None,
) -> None:
    """Transcribe what is left to transcribe and print a line for each clip."""
    space = app.workspace
    options = Options(
        languages=(normalize_tag(language),) if language else (),
        beam=beam,
        skip_silence=not every_sound,
    )
    chosen, others = choose_clips(
        space.catalog, clips, session=session, theme=theme, again=again
    )
    _say_others(others)
    if chosen:
        used, loaded = _load(app, model, engine or "", threads or processors())
        steps = transcribe_clips(
            space.library,
            space.catalog,
            chosen,
            loaded,
            used,
            options,
            purpose_of(app, scope=TRANSCRIBE),
            again=again,
        )
        _follow(app, chosen, steps)
    else:
        answer(app, {"transcribed": [], "left_out": []}, [])


def _say_others(count: int) -> None:
    if count:
        say(
            ngettext(
                "{count} clip has a transcript already; --again makes another.",
                "{count} clips have a transcript already; --again makes another.",
                count,
            ).format(count=count)
        )


def _load(app: App, name: str, engine: str, threads: int) -> tuple[Model, Engine]:
    space = app.workspace
    model = choose_model(
        space.models, space.library, space.settings, name=name, engine=engine
    )
    say(_("Model: {name}, {engine}.").format(name=model.name, engine=model.engine))
    if model.notice:
        say(_(model.notice))
    return model, load(model, threads=threads)


def _follow(app: App, clips: Sequence[Clip], steps: Iterator[Step]) -> None:
    """Show progress while clips are transcribed, then what became of each."""
    done: list[Done[Clip, Transcribed]] = []
    failed: list[Failed[Clip]] = []
    pace = Pace(sum(clip.media.duration for clip in clips))
    try:
        with progress(app, _("Transcribing"), pace.total) as advance:
            for step in steps:
                if isinstance(step, Done):
                    done.append(step)
                elif isinstance(step, Failed):
                    failed.append(step)
                advance(pace.move(step), pace.text)
    finally:
        # interrupted too: what is done is kept, and said
        _answer(app, done, failed)
        counts = {"done": len(done), "total": len(clips)}
        say(_("Transcribed: {done} of {total}.").format(**counts))
    if failed:
        raise SomeNotDone(failed=len(failed), total=len(clips))


def _answer(
    app: App, done: Sequence[Done[Clip, Transcribed]], failed: Sequence[Failed[Clip]]
) -> None:
    left_out = [{"clip": one.item.id, **described(one.error)} for one in failed]
    answer(
        app,
        {"transcribed": [one.value for one in done], "left_out": left_out},
        columns([_row(one.item, one.value) for one in done]),
    )
    for one in () if app.json else failed:
        say(
            _("Left out: {clip} {title}: {sentence}").format(
                clip=one.item.id, title=one.item.title, sentence=translated(one.error)
            )
        )


def _row(clip: Clip, made: Transcribed) -> tuple[str, ...]:
    return (made.record.id, _language(made), _segments(clip, made), clip.title)


def _language(made: Transcribed) -> str:
    if made.probability is None:
        return made.record.language or "-"
    text = _("{language} (detected, {sureness} %)")
    if made.probability < UNSURE_LANGUAGE:
        text = _("{language} (a guess, {sureness} %: check)")
    sureness = round(made.probability * 100)
    return text.format(language=made.record.language, sureness=sureness)


def _segments(clip: Clip, made: Transcribed) -> str:
    count = made.record.segments
    if not clip.media.sound:
        return _("no sound")
    if not count:
        return _("nobody speaks")
    if made.doubtful:
        return ngettext(
            "{count} segment, {doubtful} doubtful",
            "{count} segments, {doubtful} doubtful",
            count,
        ).format(count=count, doubtful=made.doubtful)
    return ngettext("{count} segment", "{count} segments", count).format(count=count)

"""``mediakit show``: the life of a clip."""

from collections.abc import Iterator
from fractions import Fraction
from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.consent_texts import present_lines
from mediakit.cli.film_texts import in_film
from mediakit.cli.labels import session_line, transcript_line
from mediakit.cli.leaving import today
from mediakit.cli.measure_texts import measure_lines
from mediakit.cli.options import json_option
from mediakit.cli.output import answer
from mediakit.cli.playlist_texts import on_playlist
from mediakit.cli.use_texts import stale_mark, use_line, use_marks
from mediakit.i18n.values import outcome
from mediakit.model.clip import Clip
from mediakit.model.timecode import format_time
from mediakit.workflows.list_replies import ListedReply
from mediakit.workflows.show_clip import Life, ShownAt, show_clip


@click.command(
    "show",
    help=_(
        "Show the life of a clip: where it was recorded, its themes, transcripts and "
        "excerpts, where it was screened, and what was made from it.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit show c-7k3"
    ),
)
@click.argument("clip", metavar=_("CLIP"))
@json_option
@pass_app
def command(app: App, clip: str) -> None:
    """Print everything linked to a clip."""
    life = show_clip(app.workspace.library, app.workspace.catalog, clip, today())
    answer(app, life, _lines(life, today()))


def _lines(life: Life, day: str) -> Iterator[str]:
    yield from _facts(life.clip)
    yield from measure_lines(life.clip, life.measures)
    place = session_line(life.recorded_at) if life.recorded_at else "-"
    yield _("Recorded at: {session}").format(session=place)
    yield _("Themes: {themes}").format(
        themes=", ".join(dict.fromkeys(c.theme.path for c in life.themes if c.theme))
        or "-"
    )
    yield _("Heard or seen:")
    yield from present_lines(life.consent, day)
    yield _("Transcripts:") if life.transcripts else _("Transcripts: none")
    for record in life.transcripts:
        yield f"  {record.id}  {transcript_line(record)}"
        if record.notice:
            yield f"    {_(record.notice)}"
    yield _("Excerpts:") if life.excerpts else _("Excerpts: none")
    for excerpt in life.excerpts:
        start, end = map(format_time, (excerpt.range.start, excerpt.range.end))
        marks = f"  [{stale_mark()}]" if excerpt.id in life.stale else ""
        title = excerpt.title or excerpt.quote
        yield f"  {excerpt.id}  {start} - {end}  {title}".rstrip() + marks
    yield _("Screened at:") if life.screened else _("Screened at: nowhere yet")
    for at in life.screened:
        marks = f"  [{stale_mark()}]" if at.screening.id in life.stale else ""
        yield _screening(at) + marks
    for reply in life.answers:
        shown = reply.stimulus.title if reply.stimulus else "-"
        yield _("Answers: {clip}, shown at {session}").format(
            clip=shown, session=session_line(reply.shown_at) if reply.shown_at else "-"
        )
    for reply in life.answered_by:
        yield _("Answered by: {clip}").format(clip=_answer(reply))
    for playlist in life.playlists:
        mark = f"  [{stale_mark()}]" if playlist.id in life.stale else ""
        yield on_playlist(playlist) + mark
    for film in life.films:
        mark = f"  [{stale_mark()}]" if film.id in life.stale else ""
        yield in_film(film) + mark
    yield _("Made from it:") if life.uses else _("Made from it: nothing yet")
    for use in life.uses:
        marks = use_marks(use, stale=use.id in life.stale)
        yield f"  {use.id}  {use_line(use)}" + (f"  [{marks}]" if marks else "")


def _facts(clip: Clip) -> Iterator[str]:
    media = clip.media
    yield f"{clip.id}  {clip.title}"
    yield _("Length: {length}").format(length=format_time(media.duration))
    if media.video:
        video = media.video
        yield _("Picture: {width}x{height}, {rate} frames a second, {codec}").format(
            width=video.width,
            height=video.height,
            rate=f"{float(Fraction(video.frame_rate)):.5g}",
            codec=video.codec,
        )
    for sound in media.sound:
        yield _("Sound: {codec}, {rate} Hz, channels: {channels}").format(
            codec=sound.codec, rate=sound.sample_rate, channels=sound.channels
        )
    yield _("Languages: {tags}").format(tags=" ".join(clip.languages) or "-")
    yield _("Original: {path}").format(path=clip.path)
    if clip.left_as:
        yield _("Made here, and came back: {use}").format(use=clip.left_as)
    if media.has_position:
        yield _("The original holds the position where it was filmed: sensitive.")
    if clip.sensitive:
        yield _("To be shown with care: {why}").format(why=clip.sensitive)
    if clip.notes:
        yield _("Notes: {notes}").format(notes=clip.notes)


def _answer(reply: ListedReply) -> str:
    at = f", {session_line(reply.recorded_at)}" if reply.recorded_at else ""
    return f"{reply.reply.clip} {reply.answer.title if reply.answer else ''}{at}"


def _screening(shown: ShownAt) -> str:
    place = session_line(shown.session) if shown.session else shown.screening.session
    reaction = shown.screening.reaction
    line = (
        _("{session}: {outcome}. {reaction}") if reaction else _("{session}: {outcome}")
    )
    told = outcome(shown.screening.outcome)
    return "  " + line.format(session=place, outcome=told, reaction=reaction)

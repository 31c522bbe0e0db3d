"""Transcribe clips under a progress bar, and tell what became of each."""

from collections.abc import Iterator, Sequence
from gettext import gettext as _
from gettext import ngettext

from mediakit.batch.outcomes import Done, Failed
from mediakit.cli.app import App
from mediakit.cli.listening import say_left_out
from mediakit.cli.output import answer, columns, say
from mediakit.cli.pace import Pace
from mediakit.cli.progress import progress
from mediakit.cli.reasons import described, translated
from mediakit.engines.base import Options
from mediakit.engines.flags import UNSURE_LANGUAGE
from mediakit.errors.batches import SomeNotDone
from mediakit.model.clip import Clip
from mediakit.model.timecode import format_time
from mediakit.workflows.hear_clips import Listened
from mediakit.workflows.hear_portions import Ready
from mediakit.workflows.transcribe_clips import Step, Transcribed

# where an option is typed by another name than it is recorded under
_TYPED = {"skip-silence": "every-sound"}


def follow(
    app: App, clips: Sequence[Clip], steps: Iterator[Step], options: Options
) -> None:
    """Show progress while clips are transcribed, then what became of each.

    Args:
        app: How to answer.
        clips: The clips.
        steps: What happens to them.
        options: How they are listened to.

    Raises:
        SomeNotDone: Some were left out.
    """
    done: list[Done[Clip, Transcribed]] = []
    failed: list[Failed[Clip]] = []
    pace = Pace(sum(clip.media.duration for clip in clips))
    try:
        with progress(app, _("Transcribing"), pace.total, timed=False) as advance:
            for step in steps:
                if isinstance(step, Ready):
                    _say_unheeded(step, options)
                    continue
                if isinstance(step, Done):
                    done.append(step)
                elif isinstance(step, Failed):
                    failed.append(step)
                elif step.before:
                    _say_begun(step)
                advance(pace.move(step), pace.text)
    finally:
        # interrupted too: what is done is kept, and said
        _answer(app, done, failed)
        counts = {"done": len(done), "total": len(clips)}
        say(_("Transcribed: {done} of {total}.").format(**counts))
    if failed:
        raise SomeNotDone(failed=len(failed), total=len(clips))


def _say_unheeded(engine: Ready, options: Options) -> None:
    usual = Options().recorded
    unheeded = [
        f"--{_TYPED.get(name, name)}"
        for name, value in options.recorded.items()
        if name in engine.unheeded and value != usual[name]
    ]
    if unheeded:
        say(_("It has no use for {options}.").format(options=", ".join(unheeded)))
    if "prompt" not in engine.unheeded:
        say_left_out(engine.not_prompted)


def _say_begun(step: Listened) -> None:
    text = _("{title}: what was heard before {time} is kept; it goes on from there.")
    say(text.format(title=step.clip.title, time=format_time(step.position)))


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

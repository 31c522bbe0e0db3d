"""Where an interpreter sits: a segment is played, and they say what it means."""

import tempfile
from dataclasses import dataclass, replace
from gettext import gettext as _
from pathlib import Path

import click

from mediakit.cli.output import say
from mediakit.cli.reasons import translated
from mediakit.errors.base import MediakitError
from mediakit.errors.interpreting import RecordingSilent
from mediakit.files import make_folder
from mediakit.library import Library
from mediakit.media.sound import decode
from mediakit.media.sound_device import SoundDevice
from mediakit.model.interpretation import Take, part_of
from mediakit.model.timecode import TimeRange, format_time
from mediakit.model.transcript import Recording, Segment
from mediakit.workflows.find_original import find_original
from mediakit.workflows.find_segments import Original
from mediakit.workflows.interpret_clip import (
    Ear,
    heard_source,
    listen_to,
    typed,
    typed_source,
)
from mediakit.workflows.keep_interpretation import Terms
from mediakit.workflows.keep_recording import keep_recording
from mediakit.workflows.note_takes import Notes
from mediakit.workflows.pass_part import Ask

_PLAYED_RATE = 48_000

AGAIN, PLAY, TYPE, SKIP, QUIT = "a", "p", "t", "s", "q"


class Quit(Exception):
    """The interpreter stops before the last segment."""


@dataclass(frozen=True, slots=True)
class Booth:
    """One interpreter, with what plays, records, writes down and keeps.

    Attributes:
        library: Where recordings are kept.
        original: What is interpreted.
        terms: Who interprets, and into which language.
        ear: What listens to them.
        device: What plays to them and records them.
        notes: Where each take is noted.
        may_play: Asks whether a part may be played.
        may_listen: Asks whether a machine may write down what a part means.
    """

    library: Library
    original: Original
    terms: Terms
    ear: Ear
    device: SoundDevice
    notes: Notes
    may_play: Ask
    may_listen: Ask

    def interpret(self, number: int) -> None:
        """Have a segment interpreted, or passed over; its number is from 1.

        Raises:
            Quit: The interpreter stops here.
            SoundDeviceUnusable: The device failed.
            WriteFailed: What was said could not be kept.
        """
        if not self._is_open(number):
            return
        self._announce(number)
        self._play(number)
        make_folder(self.library.derived)
        with tempfile.TemporaryDirectory(dir=self.library.derived) as folder:
            recorded = Path(folder) / "take.wav"
            segment: Segment | None = None
            while True:
                key = _ask(has_take=segment is not None)
                if key == QUIT:
                    raise Quit
                if key == SKIP:
                    return
                if key == PLAY:
                    if not self._is_open(number):
                        return
                    self._play(number)
                elif key == TYPE:
                    if text := _typed():
                        self._keep_typed(number, text, recorded)
                        return
                elif segment is not None and key != AGAIN:
                    self._keep(number, segment, recorded)
                    return
                else:
                    segment = self._record(number, recorded)

    def _announce(self, number: int) -> None:
        segments = self.original.segments
        segment = segments[number - 1]
        say("")
        text = _("Segment {number} of {count}, {start} - {end}")
        say(
            text.format(
                number=number,
                count=len(segments),
                start=format_time(segment.start),
                end=format_time(segment.end),
            )
        )
        if segment.text:
            say(f"  {segment.speaker + ': ' if segment.speaker else ''}{segment.text}")

    def _is_open(self, number: int) -> bool:
        """Tell whether a segment may be played, and say why not."""
        try:
            self.may_play(self._part(number))
        except MediakitError as error:
            say(translated(error))
            return False
        return True

    def _play(self, number: int) -> None:
        path = find_original(self.library, self.original.clip)
        part = self._part(number)
        self.device.play(decode(path, part, rate=_PLAYED_RATE), _PLAYED_RATE)

    def _record(self, number: int, target: Path) -> Segment | None:
        """Return what the interpreter says; nothing if nobody was heard."""
        target.unlink(missing_ok=True)
        try:
            self.may_listen(self._part(number))
        except MediakitError as error:
            say(translated(error))
            return None
        self.device.record(target, _wait)
        try:
            place = number - 1
            segment = listen_to(self.original, (place, place), target, self.ear)
        except RecordingSilent:
            target.unlink()
            say(_("Nobody was heard. Is it the right microphone?"))
            return None
        except MediakitError as error:
            say(translated(error))
            return None
        say(f"  > {segment.text}")
        return segment

    def _keep(self, number: int, segment: Segment, recorded: Path) -> None:
        take = Take(segment, self._recording(number, recorded))
        self.notes.add(take, heard_source(self.terms, self.ear))

    def _keep_typed(self, number: int, text: str, recorded: Path) -> None:
        take = Take(typed(self.original, number - 1, text))
        if recorded.exists():
            # said and typed: the voice is kept with the words that are right
            take = replace(take, recording=self._recording(number, recorded))
        self.notes.add(take, typed_source(self.terms))

    def _recording(self, number: int, recorded: Path) -> Recording:
        part = self._part(number)
        return keep_recording(self.library, self.original.clip, number, part, recorded)

    def _part(self, number: int) -> TimeRange:
        return part_of(self.original.segments, number - 1, number - 1)


def _ask(*, has_take: bool) -> str:
    if has_take:
        question = _(
            "Enter: keep it, a: say it again, t: type it, p: play, s: skip, q: quit"
        )
    else:
        question = _("Enter: record, t: type, p: play again, s: skip, q: quit")
    typed_key: str = click.prompt(question, default="", show_default=False, err=True)
    return typed_key.strip().lower()[:1]


def _typed() -> str:
    text: str = click.prompt(
        _("What it means"), default="", show_default=False, err=True
    )
    return " ".join(text.split())


def _wait() -> None:
    question = _("Recording. Enter: stop")
    click.prompt(question, default="", show_default=False, err=True)

"""What somebody wants of a kit, and what of people can be met in it then."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Records
from mediakit.kits.base import Kit, Need
from mediakit.model.clip import Clip
from mediakit.model.language import normalize_tag, primary
from mediakit.model.leaving import Shown
from mediakit.model.playlist import Playlist
from mediakit.model.session import Session
from mediakit.workflows.pass_gate import Purpose

_HEARD = {Need.MEDIA, Need.VOICEOVERS, Need.FILM, Need.SOUND}
_SEEN = {Need.MEDIA, Need.STILLS, Need.FILM}


@dataclass(frozen=True, slots=True, kw_only=True)
class KitWish:
    """What a kit is to be like.

    Attributes:
        kit: Its kind.
        language: In which it speaks to people, as a tag; empty for what suits.
        subtitles: In which languages; ``None`` for all there are, where they can be
            switched off.
        voiceovers: The same of voice-overs.
        lines: The most pixels of the shorter side of videos; 0 for as recorded.
        is_even: Whether all is made equally loud.
        in_bag: Whether checksums go around it, as BagIt has them.
    """

    kit: Kit
    language: str = ""
    subtitles: tuple[str, ...] | None = None
    voiceovers: tuple[str, ...] | None = None
    lines: int = 0
    is_even: bool = True
    in_bag: bool = False

    @property
    def has_files(self) -> bool:
        """Whether each item is a file of its own in it."""
        return Need.MEDIA in self.kit.NEEDS

    @property
    def has_one_file(self) -> bool:
        """Whether all items become one file."""
        return bool({Need.FILM, Need.SOUND} & self.kit.NEEDS)

    def wants_subtitles(self, language: str) -> bool:
        """Tell whether subtitles in a language go along."""
        everything = Need.SUBTITLES in self.kit.NEEDS
        return _wanted(self.subtitles, language, everything=everything)

    def wants_voiceover(self, language: str) -> bool:
        """Tell whether voice-overs in a language go along."""
        everything = Need.VOICEOVERS in self.kit.NEEDS
        return _wanted(self.voiceovers, language, everything=everything)

    def shown(self, clips: Sequence[Clip]) -> Shown:
        """Return what of people can be met in a kit of *clips*."""
        needs, shown = self.kit.NEEDS, Shown(0)
        if needs & _HEARD:
            shown |= Shown.SOUND
        if needs & _SEEN and any(clip.media.video for clip in clips):
            shown |= Shown.PICTURES
        if Need.SUBTITLES in needs or (Need.FILM in needs and self.subtitles):
            shown |= Shown.WORDS
        return shown

    def how(self, playlist: Playlist) -> str:
        """Return what a use record says of it."""
        parts = [f"{self.kit.NAME} kit of {playlist.id}"]
        parts += [f"subtitles {tag}" for tag in self.subtitles or ()]
        parts += [f"voice-over {tag}" for tag in self.voiceovers or ()]
        parts += [f"at most {self.lines} lines"] if self.lines else []
        parts += ["even loudness"] if self.is_even else []
        parts += ["bag"] if self.in_bag else []
        return ", ".join(parts)


def for_playlist(purpose: Purpose, playlist: Playlist) -> Purpose:
    """Return *purpose* with what the playlist is for, where nobody said otherwise."""
    return replace(
        purpose,
        scope=purpose.scope or playlist.scope,
        audience=purpose.audience or (playlist.session or ""),
    )


def kit_language(records: Records, playlist: Playlist, wish: KitWish, last: str) -> str:
    """Return in which language a kit speaks to people.

    That which was asked for; else the first of the session in which something is
    written; else the first in which something is; else *last*.

    Raises:
        LanguageNotUnderstood: What was asked for is no tag.
    """
    if wish.language:
        return normalize_tag(wish.language)
    written = [
        tag
        for item in playlist.items
        for texts in (item.questions, item.titles, item.notes)
        for tag in texts
    ]
    sessions = [s for s in records.all(Session) if s.id == playlist.session]
    spoken = [primary(tag) for session in sessions for tag in session.languages]
    suiting = (tag for one in spoken for tag in written if primary(tag) == one)
    return next(suiting, written[0] if written else last)


def _wanted(asked: Sequence[str] | None, language: str, *, everything: bool) -> bool:
    if asked is None:
        return everything
    return primary(language) in {primary(tag) for tag in asked}

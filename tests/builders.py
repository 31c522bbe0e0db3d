"""Records for tests, with what matters named and the rest filled in."""

from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId, SessionId
from mediakit.model.media import MediaInfo, SoundStream, VideoStream
from mediakit.model.session import Session

SOUND = MediaInfo(
    kind="sound",
    duration=12_000,
    container="mp3",
    sound=(SoundStream(codec="mp3", channels=1, sample_rate=44_100),),
)
VIDEO = MediaInfo(
    kind="video",
    duration=20_000,
    container="mov,mp4,m4a,3gp,3g2,mj2",
    video=VideoStream(codec="h264", width=640, height=360, frame_rate="25"),
    sound=(SoundStream(codec="aac", channels=2, sample_rate=48_000),),
)


def a_clip(
    id: str = "c-0000000001",  # noqa: A002 named as the field
    *,
    title: str = "Women of Gao",
    media: MediaInfo = VIDEO,
    languages: tuple[str, ...] = ("fr",),
    session: str | None = None,
    path: str = "",
    sha256: str = "",
    size: int = 1,
) -> Clip:
    """Return a clip; without *sha256*, one that no other clip has."""
    return Clip(
        id=ClipId(id),
        title=title,
        path=path or f"assets/{id}.mp4",
        sha256=sha256 or id.encode().hex().ljust(64, "0"),
        size=size,
        media=media,
        languages=languages,
        session=SessionId(session) if session else None,
    )


def a_session(
    id: str = "s-0000000001",  # noqa: A002 named as the field
    *,
    title: str = "Women of Gao",
    date: str = "2026-03-01",
    place: str = "Gao",
) -> Session:
    """Return a focus group."""
    return Session(id=SessionId(id), title=title, date=date, place=place)

"""Records for tests, with what matters named and the rest filled in."""

from mediakit.model.clip import Clip
from mediakit.model.film import Cover, Film, FilmLine, LineKind
from mediakit.model.ids import (
    ClipId,
    ExcerptId,
    FilmId,
    PersonId,
    PlaylistId,
    ReplyId,
    ScreeningId,
    SessionId,
    SubmissionId,
)
from mediakit.model.media import MediaInfo, SoundStream, VideoStream
from mediakit.model.playlist import Playlist, PlaylistItem
from mediakit.model.reply import Reply
from mediakit.model.screening import Outcome, Screening
from mediakit.model.session import Session, SessionKind
from mediakit.model.stamp import Stamp
from mediakit.model.submission import Standing, Submission
from mediakit.model.timecode import TimeRange

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


FIRST_SECONDS = TimeRange(0, 2000)


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
    group: str = "",
    community: str = "",
    region: str = "",
    kind: SessionKind = SessionKind.FOCUS_GROUP,
    languages: tuple[str, ...] = (),
) -> Session:
    """Return a focus group."""
    return Session(
        id=SessionId(id),
        title=title,
        kind=kind,
        date=date,
        group=group,
        community=community,
        place=place,
        region=region,
        languages=languages,
    )


def a_screening(
    id: str = "sc-0000000001",  # noqa: A002 named as the field
    *,
    clip: str = "c-0000000001",
    session: str = "s-0000000001",
    outcome: Outcome = Outcome.SHOWN,
    excerpt: str | None = None,
) -> Screening:
    """Return a screening of a whole clip that was shown to its end."""
    return Screening(
        id=ScreeningId(id),
        clip=ClipId(clip),
        session=SessionId(session),
        outcome=outcome,
        excerpt=ExcerptId(excerpt) if excerpt else None,
    )


def a_reply(
    id: str = "r-0000000001",  # noqa: A002 named as the field
    *,
    clip: str = "c-0000000002",
    to: str = "sc-0000000001",
) -> Reply:
    """Return a reply to a screening."""
    return Reply(id=ReplyId(id), clip=ClipId(clip), screening=ScreeningId(to))


def an_item(
    code: str = "K7P",
    *,
    clip: str = "c-0000000001",
    range: TimeRange = FIRST_SECONDS,  # noqa: A002 named as the field
    excerpt: str | None = None,
    titles: dict[str, str] | None = None,
    questions: dict[str, str] | None = None,
    notes: dict[str, str] | None = None,
    pause: int = 0,
) -> PlaylistItem:
    """Return an item that shows the first two seconds of a clip."""
    return PlaylistItem(
        code=code,
        clip=ClipId(clip),
        range=range,
        excerpt=ExcerptId(excerpt) if excerpt else None,
        titles=titles or {},
        questions=questions or {},
        notes=notes or {},
        pause=pause,
    )


def a_playlist(
    id: str = "pl-0000000001",  # noqa: A002 named as the field
    *,
    title: str = "Ménaka",
    items: tuple[PlaylistItem, ...] = (),
    session: str | None = None,
    scope: str = "other-communities",
    budget: int = 0,
) -> Playlist:
    """Return a playlist for any room."""
    return Playlist(
        id=PlaylistId(id),
        title=title,
        items=items,
        session=SessionId(session) if session else None,
        scope=scope,
        budget=budget,
    )


def a_quote(
    code: str = "K7P",
    *,
    clip: str = "c-0000000001",
    range: TimeRange = FIRST_SECONDS,  # noqa: A002 named as the field
    note: str = "",
    covers: tuple[Cover, ...] = (),
) -> FilmLine:
    """Return a line in which the first two seconds of a clip are heard."""
    return FilmLine(
        code=code,
        kind=LineKind.QUOTE,
        clip=ClipId(clip),
        range=range,
        note=note,
        covers=covers,
    )


def a_film(
    id: str = "f-0000000001",  # noqa: A002 named as the field
    *lines: FilmLine,
    rate: str = "25",
    drop: bool = False,
    languages: tuple[str, ...] = ("fr",),
    scope: str = "film",
    budget: int = 0,
) -> Film:
    """Return a film on paper."""
    return Film(
        id=FilmId(id),
        title="Autoportrait",
        scope=scope,
        rate=rate,
        drop=drop,
        languages=languages,
        budget=budget,
        lines=lines,
    )


def a_submission(
    id: str = "b-0000000001",  # noqa: A002 named as the field
    *,
    title: str = "Our river",
    media: MediaInfo = VIDEO,
    limit: int | None = None,
    contributor: str | None = None,
    up_to: str = "",
    until: str = "",
    standing: Standing = Standing.WAITING,
    received: str = "2026-03-01",
) -> Submission:
    """Return a submission that came in the morning of a day."""
    return Submission(
        id=SubmissionId(id),
        title=title,
        path=f"submissions/{id}.mp4",
        sha256=id.encode().hex().ljust(64, "0"),
        size=1,
        media=media,
        limit=limit,
        contributor=PersonId(contributor) if contributor else None,
        up_to=up_to,
        until=until,
        standing=standing,
        created=Stamp(f"{received}T08:00:00Z", "Awa"),
    )

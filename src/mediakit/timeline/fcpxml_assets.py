"""The resources of FCPXML: rates, files, and what draws titles."""

from fractions import Fraction
from xml.etree.ElementTree import Element

from mediakit.model.frame_rate import FrameRate
from mediakit.timeline.addresses import as_address
from mediakit.timeline.base import Footage, HandOff
from mediakit.timeline.reels import reel_names
from mediakit.timeline.xml_document import add

_TITLE = (
    ".../Titles.localized/Bumper:Opener.localized/"
    "Basic Title.localized/Basic Title.moti"
)


class Assets:
    """The resources of a film, and what each is called in its document."""

    FILM = "org.mediakit.film"
    CLIP = "org.mediakit.clip"
    LINE = "org.mediakit.line"
    _REEL = "com.apple.proapps.studio.reel"

    def __init__(self, resources: Element, hand_off: HandOff) -> None:
        self._resources = resources
        self._count = 0
        self._formats: dict[tuple[Fraction, int, int], str] = {}
        film = hand_off.timeline
        self.film_format = self._format(film.rate, film.width, film.height)
        reels = reel_names(file.clip for file in hand_off.files)
        self._files = {
            file.path: self._asset(file, reels[file.clip]) for file in hand_off.files
        }
        self.title = self._id()
        add(resources, "effect", id=self.title, name="Basic Title", uid=_TITLE)

    def of(self, file: Footage) -> str:
        """Return what the asset of a file is called."""
        return self._files[file.path]

    def _id(self) -> str:
        self._count += 1
        return f"r{self._count}"

    def _format(self, rate: FrameRate, width: int, height: int) -> str:
        key = (rate.exact, width, height)
        if key not in self._formats:
            self._formats[key] = self._id()
            add(
                self._resources,
                "format",
                id=self._formats[key],
                frameDuration=seconds(rate.seconds(1)),
                width=str(width),
                height=str(height),
            )
        return self._formats[key]

    def _asset(self, file: Footage, reel: str) -> str:
        looks = {}
        if file.width:
            form = self._format(file.rate, file.width, file.height)
            looks = {"hasVideo": "1", "format": form, "videoSources": "1"}
        if file.channels:
            looks |= {
                "hasAudio": "1",
                "audioSources": "1",
                "audioChannels": str(file.channels),
                "audioRate": str(file.sample_rate),
            }
        name = self._id()
        asset = add(
            self._resources,
            "asset",
            id=name,
            name=file.name,
            start=seconds(file.rate.seconds(file.first)),
            duration=seconds(file.rate.seconds(file.length)),
            **looks,
        )
        add(asset, "media-rep", kind="original-media", src=as_address(file.path))
        said = add(asset, "metadata")
        add(said, "md", key=self._REEL, value=reel)
        add(said, "md", key=self.CLIP, value=file.clip)
        return name


def seconds(time: Fraction) -> str:
    """Write a time as ``1001/30000s`` or ``5s``."""
    return f"{time}s"

"""Preparing clips: once, part by part, each on its own."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from mediakit.batch.outcomes import Done
from mediakit.catalog.catalog import Catalog
from mediakit.errors.catalog import ClipNotFound
from mediakit.errors.check import OriginalMissing
from mediakit.errors.library import WriteFailed
from mediakit.errors.media import MediaUndecodable
from mediakit.library import Library
from mediakit.media.ffmpeg import find_ffmpeg
from mediakit.media.preparing.hearing import Heard
from mediakit.model.clip import Clip
from mediakit.workflows import keep_prepared
from mediakit.workflows import prepare_clips as workflow
from mediakit.workflows.prepare_clips import (
    Outcome,
    choose_clips,
    failures,
    plan_preparing,
    prepare_clips,
)
from mediakit.workflows.prepare_part import Job, Looked, prepare_part
from mediakit.workflows.prepared_files import (
    Part,
    waveform_of,
)
from mediakit.workflows.remove_clip import remove_clip
from tests.consents import WORKING
from tests.fakes.batch import run as in_one_process
from tests.library_media import put_media
from tests.media_files import sound, video

pytestmark = pytest.mark.ffmpeg


@pytest.fixture(autouse=True)
def _quick(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start no processes, but for the tests that are about them."""
    if "real_workers" not in request.fixturenames:
        monkeypatch.setattr(workflow, "run", in_one_process)


@pytest.fixture
def real_workers() -> None:
    """Keep the batch runner as it is."""


@pytest.fixture
def film(library: Library, catalog: Catalog) -> Clip:
    """Add a video with sound."""
    return put_media(library, catalog, video())[0]


@pytest.fixture
def bite(library: Library, catalog: Catalog) -> Clip:
    """Add a sound bite."""
    return put_media(library, catalog, sound(".wav"))[0]


def _prepared(
    library: Library,
    catalog: Catalog,
    *,
    clips: Sequence[Clip] | None = None,
    proxy: bool = False,
    again: bool = False,
) -> list[Outcome]:
    chosen = choose_clips(catalog, ()) if clips is None else clips
    jobs = plan_preparing(library, chosen, proxy=proxy, again=again)
    ffmpeg = find_ffmpeg({}) if proxy else None
    return list(prepare_clips(library, catalog, WORKING, jobs, ffmpeg))


def _parts(outcomes: Sequence[Outcome]) -> dict[str, set[Part]]:
    """Return what was prepared of which clip."""
    done: dict[str, set[Part]] = {}
    for outcome in outcomes:
        if isinstance(outcome, Done):
            done.setdefault(outcome.item.clip.id, set()).add(outcome.value)
    return done


def _files(library: Library) -> dict[str, set[str]]:
    """Return the names of what lies in each folder of what is derived."""
    return {
        folder.name: {path.name for path in folder.iterdir()}
        for folder in library.derived.iterdir()
        if folder.is_dir()
    }


@pytest.mark.usefixtures("real_workers")
def test_everything_is_made_and_lies_in_its_place(
    library: Library, catalog: Catalog, film: Clip, bite: Clip
) -> None:
    """A sound bite has no pictures; nothing half-made is left."""
    outcomes = _prepared(library, catalog, proxy=True)

    everything = {Part.SOUND, Part.PICTURES, Part.PROXY}
    assert {film.id: everything, bite.id: {Part.SOUND}} == _parts(outcomes)
    assert {
        "thumbnails": {f"{film.id}.jpg"},
        "filmstrips": {f"{film.id}.jpg"},
        "waveforms": {f"{film.id}.json", f"{bite.id}.json"},
        "measures": {f"{film.id}.json", f"{bite.id}.json"},
        "proxies": {f"{film.id}.mp4", ".incoming"},
    } == _files(library)
    assert not list(library.incoming_proxies.iterdir())


def test_what_is_there_stays(library: Library, catalog: Catalog, film: Clip) -> None:
    """The second time there is nothing to do; --again does it once more."""
    _prepared(library, catalog)

    assert {} == _parts(_prepared(library, catalog))
    assert {film.id: {Part.PROXY}} == _parts(_prepared(library, catalog, proxy=True))
    assert {film.id: {Part.SOUND, Part.PICTURES}} == _parts(
        _prepared(library, catalog, again=True)
    )


def test_each_part_fails_for_itself(
    library: Library, catalog: Catalog, tmp_path: Path, film: Clip
) -> None:
    """Pictures that cannot be decoded leave the sound; other clips are prepared."""
    mute = put_media(library, catalog, video(sound=False))[0]
    path = library.resolve(film.path)
    _spoil_pictures(path)

    outcomes = _prepared(library, catalog)

    assert {film.id: {Part.SOUND}, mute.id: {Part.PICTURES}} == _parts(outcomes)
    [(clip, error)] = failures(outcomes)
    assert film == clip
    assert isinstance(error, MediaUndecodable)
    assert str(path) == error.details["path"]


def _spoil_pictures(path: Path) -> None:
    """Make every packet of pictures of a video undecodable, and leave its sound."""
    import av

    content = bytearray(path.read_bytes())
    with av.open(str(path)) as container:
        packets = [(p.pos or 0, p.size) for p in container.demux(video=0) if p.size]
    for place, size in packets:
        content[place : place + size] = bytes(size)
    path.chmod(0o600)
    path.write_bytes(content)


def test_an_original_that_is_gone_is_named(
    library: Library, catalog: Catalog, film: Clip, bite: Clip
) -> None:
    """Once, not for each part."""
    library.resolve(film.path).unlink()

    outcomes = _prepared(library, catalog, proxy=True)

    assert {bite.id: {Part.SOUND}} == _parts(outcomes)
    [(clip, error)] = failures(outcomes)
    assert film == clip
    assert isinstance(error, OriginalMissing)


def test_a_clip_that_is_removed_meanwhile_leaves_nothing(
    library: Library, catalog: Catalog, bite: Clip, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pictures of somebody who was taken out do not come back."""

    def act(job: Job) -> Heard | Looked | Path:
        made = prepare_part(job)
        remove_clip(library, catalog, job.clip.id)
        return made

    monkeypatch.setattr("mediakit.workflows.prepare_clips.prepare_part", act)

    [(_clip, error)] = failures(_prepared(library, catalog))

    assert isinstance(error, ClipNotFound)
    assert not waveform_of(library, bite.id).exists()


@pytest.mark.usefixtures("real_workers")
def test_stopping_keeps_what_is_done(
    library: Library, catalog: Catalog, film: Clip, bite: Clip
) -> None:
    """And the rest is done by the same call again; nothing is left lying about."""
    jobs = plan_preparing(library, [bite, film], proxy=True, again=False)
    preparing = prepare_clips(library, catalog, WORKING, jobs, find_ffmpeg({}))
    first = next(preparing)
    preparing.close()

    rest = _prepared(library, catalog, proxy=True)

    assert isinstance(first, Done)
    assert len(jobs) == 1 + sum(map(len, _parts(rest).values()))
    assert not list(library.incoming_proxies.iterdir())


def test_a_full_disk_ends_the_batch(
    library: Library, catalog: Catalog, film: Clip, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest would not fit either."""

    def fail(target: Path, content: bytes) -> None:
        raise WriteFailed(path=str(target), reason=os.strerror(28))

    monkeypatch.setattr(keep_prepared, "write_durably", fail)

    with pytest.raises(WriteFailed):
        _prepared(library, catalog)


def test_hostile_originals_end_nothing_but_their_own_part(
    library: Library, catalog: Catalog, film: Clip, bite: Clip, tmp_path: Path
) -> None:
    """A playlist and a link instead of what was added."""
    secret = tmp_path / "secret.wav"
    shutil.copyfile(sound(".wav"), secret)
    path = library.resolve(film.path)
    path.unlink()
    path.write_text(f"#EXTM3U\n#EXTINF:1,\n{secret}\n")
    posing = _prepared(library, catalog)
    path.unlink()
    path.symlink_to(secret)
    linked = _prepared(library, catalog)

    assert {bite.id: {Part.SOUND}} == _parts(posing)
    assert {} == _parts(linked)
    codes = [{error.code for _clip, error in failures(o)} for o in (posing, linked)]
    assert [{"media_is_playlist"}, {"link_refused"}] == codes
    assert not waveform_of(library, film.id).exists()


def test_a_clip_is_chosen_by_what_its_id_begins_with(
    library: Library, catalog: Catalog, film: Clip, bite: Clip
) -> None:
    """All, if none is named; one that is not there is an error."""
    assert [bite] == choose_clips(catalog, (bite.id[:-2],))
    assert [film, bite] == choose_clips(catalog, ())
    with pytest.raises(ClipNotFound):
        choose_clips(catalog, (film.id, "c-nobody"))

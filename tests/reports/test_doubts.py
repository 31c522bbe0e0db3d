"""Transcription: doubts are counted by segment and by clip."""

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.ids import ClipId
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State
from mediakit.workflows.keep_transcript import keep_transcript
from tests.builders import a_clip
from tests.reports.reporting import a_report, rows


def test_doubts_are_counted_of_what_counts_most(
    library: Library, catalog: Catalog
) -> None:
    """Two clips: three repeated segments, one of them over silence too."""
    for n, flags in enumerate([("repeated",), ("repeated", "repeated silent", "")], 1):
        clip = ClipId(f"c-000000000{n}")
        with catalog.change() as change:
            change.put(a_clip(clip))
        segments = tuple(
            Segment(
                start=k * 1000, end=k * 1000 + 900, text="x", flags=(*said.split(),)
            )
            for k, said in enumerate(flags)
        )
        made = Transcript(
            segments=segments, clip=clip, source=Source(origin=Origin.MACHINE)
        )
        keep_transcript(library, catalog, made, state=State.MACHINE)

    report = a_report("transcription", root=library.root)

    found = [(segments, clips) for _name, segments, clips in report.tables[1].rows]
    assert [(3, 2), (1, 1)] == found
    assert [("c-0000000001", 1), ("c-0000000002", 3)] == rows(
        report, "to-do", "clip", "flags"
    )
